// What the checks of conformance.mjs share: plain requests, and the real client library running in Node.
import { createRequire } from 'node:module';

const [origin, page] = process.argv.slice(2);
const require = createRequire(page);
const { WebSocket } = Object.assign(require('ws'), { WebSocket: require('ws') });
globalThis.WebSocket = WebSocket;
const { Observable } = createRequire(require.resolve('botframework-directlinejs'))('rxjs/Observable');
const { DirectLine, ConnectionStatus } = require('botframework-directlinejs');

export { ConnectionStatus, WebSocket, origin };
export const root = `${origin}/v3/directline`;
export const secret = 'a-secret-for-trusted-sites';
export const sockets = [];

// One request; the answer's body is read as JSON when it is some.
export async function send(method, path, { token, body, headers = {}, raw } = {}) {
  const response = await fetch(path.startsWith('http') ? path : root + path, {
    method,
    headers: { ...(token ? { Authorization: `Bearer ${token}` } : {}), ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
    body: raw ?? (body ? JSON.stringify(body) : undefined),
  });
  const text = await response.text();
  let json = null;
  try { json = JSON.parse(text); } catch { /* not JSON */ }
  return { status: response.status, json, text, headers: response.headers };
}

export async function generate(user = { id: 'dl_ann', name: '安' }, more = {}) {
  return (await send('POST', '/tokens/generate', { token: secret, body: { user, ...more } })).json;
}

export async function started(user) {
  const granted = await generate(user);
  const conversation = (await send('POST', '/conversations', { token: granted.token })).json;
  return { id: conversation.conversationId, token: conversation.token, streamUrl: conversation.streamUrl };
}

export function post({ id, token }, activity) {
  return send('POST', `/conversations/${id}/activities`, { token, body: { type: 'message', from: { id: 'somebody else' }, ...activity } });
}

export function history({ id, token }, watermark) {
  return send('GET', `/conversations/${id}/activities${watermark === undefined ? '' : `?watermark=${watermark}`}`, { token });
}

export const passes = seconds => send('POST', `${origin}/test/clock/${seconds}`);
export const says = (id, text) => send('POST', `${origin}/test/say/${id}/${encodeURIComponent(text)}`);

// The library asks for XMLHttpRequest, which Node has not.
function ajax({ method, url, headers, body, responseType }) {
  return Observable.create(subscriber => {
    const isForm = body instanceof FormData;
    fetch(url, { method, headers, body: isForm || !body ? body : JSON.stringify(body) })
      .then(async response => {
        const xhr = { getResponseHeader: name => response.headers.get(name) };
        const content = responseType === 'arraybuffer' ? await response.arrayBuffer() : await response.json().catch(() => null);
        if (!response.ok) throw Object.assign(new Error(`status ${response.status}`), { status: response.status, xhr, response: content });
        subscriber.next({ response: content, status: response.status, xhr });
        subscriber.complete();
      })
      .catch(error => subscriber.error(error));
  });
}

class WatchedSocket extends WebSocket {
  constructor(url) {
    super(url);
    sockets.push(this);
  }
}

// A connected client that keeps what it hears; `heard(test)` waits for an activity.
export function client(options) {
  const line = new DirectLine({ domain: root, ajax, WebSocket: WatchedSocket, ...options });
  line.getRetryDelay = () => 20;
  const activities = [], statuses = [], waiting = new Set();
  line.connectionStatus$.subscribe(status => { statuses.push(status); settle(); });
  const subscription = line.activity$.subscribe(activity => { activities.push(activity); settle(); });
  function settle() {
    for (const wait of [...waiting]) if (wait.found()) waiting.delete(wait);
  }
  function until(find, what) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`waited in vain for ${what}`)), 15000);
      const found = () => {
        const value = find();
        if (value) { clearTimeout(timer); resolve(value); }
        return value;
      };
      if (!found()) waiting.add({ found });
    });
  }
  return {
    line, activities, statuses,
    heard: text => until(() => activities.find(activity => activity.text === text), `"${text}"`),
    status: wanted => until(() => statuses.includes(wanted), `status ${wanted}`),
    post: activity => new Promise((resolve, reject) => line.postActivity({ type: 'message', from: { id: 'x' }, ...activity }).subscribe(resolve, reject)),
    close() { subscription.unsubscribe(); line.end(); },
  };
}

// A bare socket; `frames` are parsed, `next()` waits for one more.
export function listen(url, options) {
  const socket = new WebSocket(url, options);
  const frames = [], waiting = [];
  socket.on('message', data => {
    if (data.length === 0) return;
    frames.push(JSON.parse(data));
    waiting.shift()?.();
  });
  const opened = new Promise((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('unexpected-response', (_, response) => reject(Object.assign(new Error('refused'), { status: response.statusCode })));
    socket.on('error', reject);
  });
  const ended = new Promise(resolve => socket.on('close', resolve));
  return { socket, frames, opened, ended, next: () => new Promise(resolve => waiting.push(resolve)) };
}
