// The client library opens its sockets itself. This is how the page learns that the latest one has closed, and whether it had ever been
// open.
let latest = null, told = () => {};

window.WebSocket = class extends WebSocket {
  constructor(...where) {
    super(...where);
    latest = this;
    let wasOpen = false;
    this.addEventListener('open', () => { wasOpen = true; });
    this.addEventListener('close', () => { if (this === latest) told(wasOpen); });
  }
};

// Calls back when the latest socket opened from now on closes; sockets opened earlier are forgotten.
export function whenSocketCloses(callBack) {
  latest = null;
  told = callBack;
}
