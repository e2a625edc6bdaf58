import { call, explained } from '/server.js';
import { h } from '/dom.js';
import { itemCard } from '/item.js';
import { revision } from '/revision.js';
import { settings } from '/settings.js';
import { word } from '/words.js';
import { attention, conflicts, foot, guesses, title, unitsToSettle, warnings } from '/overview.js';

const ID = location.pathname.split('/').pop();
const element = id => document.getElementById(id);
let plan = null;
let open = null;
let notes = {};

function notice(text) {
  element('notice').hidden = !text;
  element('notice-text').textContent = text ?? '';
}

async function load() {
  try {
    show(await call('GET', `/api/plans/${ID}`));
  } catch (failure) {
    notice(explained(failure));
  }
}

// What is open says itself why it was refused; anything else does at the top.
async function change(path, body) {
  try {
    const changed = await call('POST', `/api/plans/${ID}/${path}`, body);
    open = null;
    notes = {};
    notice(null);
    if (changed) show(changed);
    saved();
    return true;
  } catch (failure) {
    const place = document.querySelector('.edit .edit-error');
    if (!place) notice(explained(failure));
    else [place.textContent, place.hidden] = [explained(failure), false];
    return false;
  }
}

function saved() {
  element('saved').classList.remove('shown');
  requestAnimationFrame(() => element('saved').classList.add('shown'));
}

function show(next) {
  const focused = document.activeElement?.dataset?.key;
  plan = next;
  document.title = word('plan.title', { title: plan.title });
  const save = edit => change('edits', edit);
  const parts = [
    title(plan), revision(plan, decision => change('revision', decision)), attention(plan), conflicts(plan), warnings(plan),
    unitsToSettle(plan, save), guesses(plan, save), settings(plan, save, setting => change('settings', setting)),
  ];
  element('overview').replaceChildren(...parts.filter(part => part));
  element('known-units').replaceChildren(...plan.allUnits.map(({ name }) => h('option', { value: name })));
  showItems();
  element('foot').replaceChildren(...foot(plan, { activate, discard }));
  if (focused) document.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

// Only cards that differ are drawn anew, so that the page stands still under the finger.
function showItems() {
  const place = element('items');
  const before = new Map([...place.children].map(card => [card.id, card]));
  place.replaceChildren(...plan.items.map(item => {
    const id = `item-${item.id}`;
    const fresh = item.assignments.map(part => plan.units.find(unit => unit.id === part.unit)?.isNew);
    const note = JSON.stringify([item, open?.item === item.id ? open : null, fresh]);
    const card = notes[id] === note && before.get(id) || itemCard(item, { plan, open, act, save: edit => change('edits', edit) });
    notes[id] = note;
    return card;
  }));
}

function act(next) {
  open = next;
  showItems();
  if (open) document.querySelector(`#item-${open.item} .edit :is(input, select, textarea)`)?.focus();
}

async function activate() {
  const count = plan.attention.length;
  if (confirm(word(count > 0 ? 'plan.activate_unreported' : 'plan.activate_sure', { count }))) await change('activate');
}

async function discard() {
  if (confirm(word('plan.discard_sure')) && await change('discard')) location.assign('/plans');
}

load();
