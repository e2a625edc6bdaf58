import { call } from '/server.js';
import { look } from '/look.js';

// What the client library calls its states.
const EXPIRED = 3, FAILED = 4, ENDED = 5, ONLINE = 2;
const DOMAIN = `${location.origin}/v3/directline`;
const STALE_AFTER = 20 * 60 * 1000;
const RETRY_AFTER = 5000;

// Shows the chat in a node. It renews its token by itself when that has expired, and goes on where it was.
export async function openChat(place, { firstMessage, onEmpty, onBotSpoke, onConnection }) {
  const node = place.appendChild(document.createElement('div'));
  let line, watching, granted, closed = false, renewing = null;
  const store = window.WebChat.createStore({}, ({ dispatch }) => next => action => {
    const seen = prepared(action);
    if (seen.type === 'DIRECT_LINE/CONNECT_FULFILLED' && firstMessage) {
      dispatch(message(firstMessage));
      firstMessage = null;
    }
    if (seen.type === 'DIRECT_LINE/POST_ACTIVITY') onEmpty(false);
    if (seen.type === 'DIRECT_LINE/INCOMING_ACTIVITY') {
      onEmpty(false);
      if (seen.payload.activity.from?.role === 'bot') onBotSpoke();
    }
    return next(seen);
  });

  async function connect() {
    const grant = await call('POST', '/api/chat/token');
    granted = Date.now();
    const watermark = line?.watermark || grant.watermark;
    const { token, conversationId } = grant;
    watching?.unsubscribe();
    // the component ends the old line when it is given the new one
    line = window.WebChat.createDirectLine({ domain: DOMAIN, token, conversationId, watermark });
    watching = line.connectionStatus$.subscribe(status => watch(status));
    window.WebChat.renderWebChat({ directLine: line, store, userID: grant.userId, username: grant.name ?? '', ...look(grant.locale) }, node);
    return grant;
  }

  function watch(status) {
    if (status === ONLINE) onConnection(true);
    if (status === EXPIRED || status === FAILED || status === ENDED) setTimeout(renew);
  }

  // One at a time; keeps trying while the page is open, because whoever waits for a reminder presses nothing.
  function renew() {
    return renewing ??= renewUntilConnected().finally(() => { renewing = null; });
  }

  async function renewUntilConnected() {
    while (!closed) {
      try {
        return await connect();
      } catch {
        onConnection(false);
        await new Promise(resolve => setTimeout(resolve, RETRY_AFTER));
      }
    }
  }

  function wake() {
    if (document.visibilityState === 'visible' && Date.now() - granted > STALE_AFTER) renew();
  }

  const lost = () => onConnection(false);
  const found = () => onConnection(true);
  const listeners = new AbortController();
  document.addEventListener('visibilitychange', wake, { signal: listeners.signal });
  window.addEventListener('offline', lost, { signal: listeners.signal });
  window.addEventListener('online', found, { signal: listeners.signal });

  const { watermark, last } = await connect();
  onEmpty(!firstMessage && last === watermark);
  return {
    renew,
    say: text => store.dispatch(message(text)),
    close() {
      closed = true;
      listeners.abort();
      watching.unsubscribe();
      line.end();
      node.remove();
    },
  };
}

function message(text) {
  return { type: 'WEB_CHAT/SEND_MESSAGE', payload: { method: 'keyboard', text } };
}

// A card that says the same as its text is shown alone; other texts of the bot are drawn by the page, line by line.
function prepared(action) {
  const activity = action.payload?.activity;
  if (activity?.from?.role !== 'bot' || !activity.text) return action;
  const shown = activity.channelData?.cardRepeatsText ? { ...activity, text: '' } : { ...activity, textFormat: 'markdown' };
  return { ...action, payload: { ...action.payload, activity: shown } };
}
