import { call } from '/server.js';
import { look } from '/look.js';
import { whenSocketCloses } from '/sockets.js';

// What the client library calls its states.
const ONLINE = 2, EXPIRED = 3, FAILED = 4, ENDED = 5;
const DOMAIN = `${location.origin}/v3/directline`;
const STALE_AFTER = 20 * 60 * 1000;
const RETRY_AFTER = 4000;
const SOON = 500;
// empty, too large, of a kind that is not taken
const REFUSED = [400, 413, 415];
const SUBMIT = { type: 'WEB_CHAT/SUBMIT_SEND_BOX', payload: { method: 'keyboard' } };
// proxies that let no sockets through are told from a server that is down by this many failures after the token was given
const FAILURES_BEFORE_POLLING = 2;

// Shows the chat in a place of the page. The connection is looked after here: tokens are renewed, and a lost line is taken up again where
// it was, for as long as the page is open, because whoever waits for a reminder presses nothing.
export class Chat {
  #node;
  #store;
  #line = null;
  #watching = null;
  #granted = 0;
  #renewing = null;
  #refreshing = null;
  #socketFailures = 0;
  #refused = new Set();
  #closed = new AbortController();
  #onConnection;

  // onConnection(isConnected), onEmpty(isEmpty) and onBotSpoke() are called as things happen; firstMessage is sent once connected.
  constructor(place, { firstMessage, onEmpty, onBotSpoke, onConnection }) {
    this.#node = place.appendChild(document.createElement('div'));
    this.#onConnection = onConnection;
    const early = firstMessage ? [typed(firstMessage)] : [];
    let connected = false;
    this.#node.addEventListener('keydown', event => {
      // the component turns Enter away while there is no line; the text is then sent as soon as there is one
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && !connected && !early.includes(SUBMIT)) early.push(SUBMIT);
    }, true);
    this.#store = window.WebChat.createStore({}, ({ dispatch }) => next => action => {
      const seen = prepared(action);
      if (seen.type === 'DIRECT_LINE/DISCONNECT_PENDING') connected = false;
      if (seen.type === 'DIRECT_LINE/CONNECT_FULFILLED') {
        connected = true;
        setTimeout(() => early.splice(0).forEach(dispatch));
      }
      if (seen.type === 'DIRECT_LINE/POST_ACTIVITY' || seen.type === 'DIRECT_LINE/INCOMING_ACTIVITY') onEmpty(false);
      if (seen.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && seen.payload.activity.from?.role === 'bot') onBotSpoke();
      return next(seen);
    });
  }

  // Connects for the first time; true when there is something to show already.
  async open() {
    const { signal } = this.#closed;
    const seen = () => { if (document.visibilityState === 'visible' && this.#isStale()) this.refresh(); };
    document.addEventListener('visibilitychange', seen, { signal });
    window.addEventListener('offline', () => this.#onConnection(false), { signal });
    window.addEventListener('online', () => this.#renew(), { signal });
    const { watermark, last } = await this.#connect();
    return last !== watermark;
  }

  say(text) {
    this.#store.dispatch(typed(text));
  }

  // A new token for the open line; when that fails, the old one is still tried.
  refresh() {
    return this.#refreshing ??= call('POST', '/api/chat/token')
      .then(({ token }) => { this.#line.token = token; this.#granted = Date.now(); }, () => {})
      .finally(() => { this.#refreshing = null; });
  }

  close() {
    this.#closed.abort();
    this.#watching?.unsubscribe();
    this.#line?.end();
    this.#node.remove();
  }

  async #connect() {
    const grant = await call('POST', '/api/chat/token');
    this.#granted = Date.now();
    this.#watching?.unsubscribe();
    whenSocketCloses(wasOpen => this.#socketClosed(wasOpen));
    // the component ends the old line when it is given the new one
    this.#line = this.#newLine(grant);
    this.#watching = this.#line.connectionStatus$.subscribe(status => this.#watch(status));
    const { userId: userID, name, locale } = grant;
    const isRefused = ({ activity }) => this.#refused.has(activity.channelData?.clientActivityID);
    const activityStatusMiddleware = () => next => status => isRefused(status) ? null : next(status);
    const parts = { directLine: this.#line, store: this.#store, userID, username: name ?? '', activityStatusMiddleware, ...look(locale) };
    window.WebChat.renderWebChat(parts, this.#node);
    return grant;
  }

  #newLine({ token, conversationId, watermark }) {
    const webSocket = this.#socketFailures < FAILURES_BEFORE_POLLING;
    const from = this.#line?.watermark || watermark;
    const line = window.WebChat.createDirectLine({ domain: DOMAIN, token, conversationId, watermark: from, webSocket });
    const post = line.postActivity.bind(line);
    // the library renews by a timer, which sleeps when the computer does; a message must not fail for that
    const renewed = () => line.connectionStatus$.take(1).flatMap(() => this.refresh());
    const sent = activity => this.#isStale() ? renewed().flatMap(() => post(activity)) : post(activity);
    line.postActivity = activity => sent(activity).do(null, failure => this.#note(activity, failure));
    return line;
  }

  // what the server will never take is not offered to be sent again; the bot has said why
  #note(activity, failure) {
    if (REFUSED.includes(failure?.status)) this.#refused.add(activity.channelData?.clientActivityID);
  }

  #isStale() {
    return Date.now() - this.#granted > STALE_AFTER;
  }

  #watch(status) {
    if (status === ONLINE) this.#onConnection(true);
    if (status === EXPIRED || status === FAILED || status === ENDED) setTimeout(() => this.#renew());
  }

  // The library would try again for a quarter of an hour at most, and seldom.
  #socketClosed(wasOpen) {
    if (this.#closed.signal.aborted) return;
    this.#socketFailures = wasOpen ? 0 : this.#socketFailures + 1;
    this.#onConnection(false);
    setTimeout(() => this.#renew(), wasOpen ? SOON : RETRY_AFTER);
  }

  #renew() {
    return this.#renewing ??= this.#renewUntilConnected().finally(() => { this.#renewing = null; });
  }

  async #renewUntilConnected() {
    while (!this.#closed.signal.aborted) {
      try {
        return await this.#connect();
      } catch {
        this.#onConnection(false);
        await new Promise(resolve => setTimeout(resolve, RETRY_AFTER));
      }
    }
  }
}

function typed(text) {
  return { type: 'WEB_CHAT/SEND_MESSAGE', payload: { method: 'keyboard', text } };
}

// A card that says the same as its text is shown alone; other texts of the bot are drawn by the page, line by line. The component links
// whole addresses only.
function prepared(action) {
  const activity = action.payload?.activity;
  if (activity?.from?.role !== 'bot') return action;
  const shown = { ...activity, attachments: activity.attachments?.map(whole) };
  if (activity.text) Object.assign(shown, activity.channelData?.cardRepeatsText ? { text: '' } : { textFormat: 'markdown' });
  return { ...action, payload: { ...action.payload, activity: shown } };
}

function whole(attachment) {
  return attachment.contentUrl?.startsWith('/') ? { ...attachment, contentUrl: location.origin + attachment.contentUrl } : attachment;
}
