import { call, explained } from '/server.js';
import { downloads, h } from '/dom.js';
import { named, word } from '/words.js';

const STATES = named('state', ['Draft', 'Active', 'Closed']);
const element = id => document.getElementById(id);

function notice(text) {
  element('notice').hidden = !text;
  element('notice-text').textContent = text ?? '';
}

function planCard({ id, title, year, state, items }, reviews) {
  return h('section', { class: 'card plan' },
    h('div', {}, reviews ? h('a', { class: 'plan-title', href: `/plans/${id}` }, title) : h('b', { class: 'plan-title' }, title),
      h('p', { class: 'quiet' }, word('list.about', { year, items, state: STATES[state] }))),
    h('div', { class: 'plan-ways' },
      reviews && h('a', { class: 'button', href: `/plans/${id}` }, word(state === 'Draft' ? 'list.review' : 'list.look')),
      state === 'Active' && downloads(id)));
}

async function load() {
  try {
    const { reviews, plans } = await call('GET', '/api/plans');
    element('import').hidden = !reviews;
    element('plans').replaceChildren(...plans.map(plan => planCard(plan, reviews)));
    if (plans.length > 0) return;
    element('plans').replaceChildren(h('p', { class: 'card quiet' }, word(reviews ? 'list.none' : 'list.none_active')));
  } catch (failure) {
    notice(explained(failure));
  }
}

element('import').onsubmit = async event => {
  event.preventDefault();
  const [file] = element('file').files;
  element('send').disabled = true;
  try {
    const { id } = await call('POST', `/api/plans?name=${encodeURIComponent(file.name)}`, file);
    location.assign(`/plans/${id}`);
  } catch (failure) {
    notice(explained(failure));
  } finally {
    element('send').disabled = false;
  }
};

load();
