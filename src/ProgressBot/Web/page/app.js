import { Chat } from '/chat.js';
import { call, explained } from '/server.js';
import { locale, word } from '/words.js';

const INTERRUPTED = word('talk.interrupted');
const A_WHILE = 10 * 60 * 1000;
const element = id => document.getElementById(id);
let chat = null;
let state = null;

// One sentence on what is wrong and what to do; a button when there is something to press.
function notice(text, action, run) {
  element('notice').hidden = !text;
  element('notice-text').textContent = text ?? '';
  element('notice-action').hidden = !action;
  element('notice-action').textContent = action ?? '';
  element('notice-action').onclick = run ?? null;
}

function explain(failure, again) {
  notice(explained(failure), word('retry'), again);
}

function showWho({ person }) {
  element('who').hidden = !person;
  element('who-name').textContent = person?.name ?? '';
  element('who-unit').textContent = person?.unit ?? '';
  element('plans').hidden = !person?.readsPlans;
  element('who-initial').textContent = person?.name.slice(0, 1) ?? '';
}

function showDemo({ demo, cast, person, now }) {
  element('demo').hidden = !demo;
  element('now').textContent = demo ? clockText(now) : '';
  element('now').dateTime = now;
  element('cast').replaceChildren(...cast.map(member => castButton(member, member.id === person?.id)));
}

function castButton({ id, name, title }, current) {
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-pressed', current);
  button.append(span('cast-name', name), span('cast-title', title));
  button.onclick = () => demoCall('/api/demo/switch', { person: id });
  return button;
}

function span(className, text) {
  const node = document.createElement('span');
  node.className = className;
  node.textContent = text;
  return node;
}

// The demonstration's own zone is in the text already; the viewer's zone must not shift it.
function clockText(now) {
  const shown = new Date(`${now.slice(0, 19)}Z`);
  const parts = { month: 'long', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(locale, parts).format(shown);
}

async function demoCall(path, body) {
  element('demo').inert = true;
  try {
    await call('POST', path, body);
    await restart();
  } catch (failure) {
    explain(failure, () => demoCall(path, body));
  } finally {
    element('demo').inert = false;
  }
}

async function loadState() {
  state = await call('GET', '/api/page');
  showWho(state);
  showDemo(state);
  return state;
}

async function restart() {
  const before = state?.person?.id;
  await loadState();
  if (chat && before === state.person?.id) await chat.refresh();
  else await start();
}

// A visitor becomes a person by what is said in the chat; the header follows. In a demonstration another tab may have moved the clock past
// our token.
async function afterBotSpoke() {
  if (!state.demo && state.person) return;
  const before = state.now;
  await loadState().catch(() => {});
  if (Date.parse(state.now) - Date.parse(before) > A_WHILE) await chat.refresh();
}

async function start(firstMessage) {
  chat?.close();
  element('welcome').hidden = true;
  element('chat').hidden = false;
  chat = new Chat(element('chat'), {
    firstMessage,
    onEmpty: showEmpty,
    onBotSpoke: afterBotSpoke,
    onConnection: showConnection,
  });
  showEmpty(!await chat.open() && !firstMessage);
  notice(null);
}

function showConnection(isConnected) {
  if (!isConnected) notice(INTERRUPTED);
  else if (element('notice-text').textContent === INTERRUPTED) notice(null);
}

function showEmpty(isEmpty) {
  element('empty').hidden = !isEmpty;
  element('empty-title').textContent = state?.person ? word('talk.hello_name', { name: state.person.name }) : word('talk.hello');
}

async function begin() {
  try {
    await loadState();
    const code = new URLSearchParams(location.search).get('code');
    if (code) history.replaceState(null, '', '/');
    if (code) await start(code);
    else if (state.person || state.visiting) await start();
    else element('welcome').hidden = false;
    if (new URLSearchParams(location.search).get('link') === 'invalid') linkFailed();
  } catch (failure) {
    explain(failure, begin);
  }
}

function linkFailed() {
  history.replaceState(null, '', '/');
  notice(word('sign_in.invalid_link'), word('sign_in.understood'), () => notice(null));
}

element('welcome').onsubmit = async event => {
  event.preventDefault();
  const code = element('code').value.trim();
  try {
    if (code) await start(code);
  } catch (failure) {
    element('welcome').hidden = false;
    element('chat').hidden = true;
    explain(failure, () => element('welcome').requestSubmit());
  }
};

for (const button of document.querySelectorAll('.empty-words button')) button.onclick = () => chat?.say(button.textContent);
for (const button of document.querySelectorAll('.clock button')) {
  button.onclick = () => demoCall('/api/demo/clock', { to: button.dataset.to });
}

begin();
