import { downloads, field, h, options } from '/dom.js';
import { named, word } from '/words.js';

const STATES = { ...named('state', ['Active', 'Closed']), Draft: word('plan.draft') };
const KINDS = named('conflict', ['Units', 'Threshold', 'Deadline', 'Scope']);
const SHOWN_AT_ONCE = 3;

export function title(plan) {
  const indicators = plan.items.reduce((sum, item) => sum + item.indicators.length, 0);
  const late = plan.items.filter(item => item.pastDue).length;
  const readFrom = plan.fileName && word('plan.read_from', { file: plan.fileName });
  return h('section', { class: 'card head' },
    h('h1', {}, plan.title),
    h('p', { class: 'quiet' }, [plan.documentNumber, plan.issuer, readFrom].filter(Boolean).join(' · ')),
    h('p', { class: 'counts' },
      h('span', { class: `mark state-${plan.state}` }, STATES[plan.state]),
      h('span', {}, word('plan.items', { count: plan.items.length })), h('span', {}, word('plan.indicators', { count: indicators })),
      h('span', {}, word('plan.units', { count: plan.units.length })),
      late > 0 && h('span', { class: 'mark late' }, word('plan.late', { count: late }))));
}

function list(className, heading, points) {
  if (points.length === 0) return null;
  return h('section', { class: `card ${className}` },
    h('h2', {}, heading),
    points.slice(0, SHOWN_AT_ONCE),
    points.length > SHOWN_AT_ONCE && h('details', {},
      h('summary', {}, word('plan.rest', { count: points.length - SHOWN_AT_ONCE })), points.slice(SHOWN_AT_ONCE)));
}

export function attention({ attention: points }) {
  return list('attention', word('plan.attention', { count: points.length }), points.map(text => h('p', {}, text)));
}

export function conflicts({ conflicts: points }) {
  return list('conflicts', word('plan.conflicts', { count: points.length }), points.map(conflict => h('div', { class: 'conflict' },
    h('p', { class: 'quiet' }, h('b', {}, `${KINDS[conflict.kind]} `), conflict.where),
    h('dl', {},
      h('dt', {}, word('plan.body')), h('dd', {}, conflict.body || word('plan.not_written')),
      h('dt', {}, word('plan.table')), h('dd', {}, conflict.table || word('plan.not_written'))))));
}

export function warnings({ warnings: points }) {
  const line = ({ where, message }) => h('p', {}, where && h('b', {}, `${where} `), message);
  return list('warnings', word('plan.warnings', { count: points.length }), points.map(line));
}

// The leads that the document does not mark: each can be changed at its place, or all are taken at once.
export function guesses({ items }, save) {
  const count = items.flatMap(item => item.assignments).filter(part => part.guess).length;
  if (count === 0) return null;
  return h('section', { class: 'card guesses' },
    h('p', {}, word('plan.guesses', { count })),
    h('button', { type: 'button', onclick: () => save({ edit: 'confirmLeads' }) }, word('plan.confirm_guesses')));
}

// New units, which may be known ones under another name, and groups, which need members.
export function unitsToSettle(plan, save) {
  const fresh = plan.state === 'Draft' ? plan.units.filter(unit => unit.isNew && !unit.isGroup) : [];
  const groups = plan.units.filter(unit => unit.isGroup);
  if (fresh.length + groups.length === 0) return null;
  const known = plan.allUnits.filter(unit => !fresh.some(each => each.id === unit.id));
  return h('section', { class: 'card units' },
    groups.length > 0 && [h('h2', {}, word('plan.members')), groups.map(group => membersForm(group, save))],
    fresh.length > 0 && [h('h2', {}, word('plan.new_units', { count: fresh.length })),
      h('p', { class: 'quiet' }, word(known.length > 0 ? 'plan.new_units_alike' : 'plan.new_units_how')),
      h('div', { class: 'fresh' }, fresh.map(unit => freshUnit(unit, known, save)))]);
}

function membersForm(group, save) {
  return h('form', {
    class: 'members',
    onsubmit: event => {
      event.preventDefault();
      const units = new FormData(event.currentTarget).get('units').split(/[、，,;；\s]+/u).filter(Boolean);
      save({ edit: 'members', group: group.id, units });
    },
  },
  field(group.name, h('textarea', { name: 'units', rows: 2, placeholder: word('plan.members_how') }, group.members.join(word('comma')))),
  h('button', { type: 'submit' }, word('plan.save_members')));
}

function freshUnit(unit, known, save) {
  const merge = into => save({ edit: 'mergeUnit', unit: unit.id, into: Number(into) });
  const chosen = event => event.target.value && merge(event.target.value);
  return h('div', { class: 'fresh-unit' },
    h('b', {}, unit.name),
    unit.alike.map(alike => h('button', { type: 'button', onclick: () => merge(alike.id) }, word('plan.same_as', { name: alike.name }))),
    known.length > 0 && h('select', { 'aria-label': word('plan.merge', unit), onchange: chosen },
      options({ '': word('plan.merge_into'), ...Object.fromEntries(known.map(other => [` ${other.id}`, other.name])) }, '')));
}

export function foot(plan, { activate, discard }) {
  const atOnce = h('span', { class: 'quiet' }, word('plan.saved_at_once'));
  if (plan.state !== 'Draft') return [atOnce, ...downloads(plan.id)];
  return [
    h('button', { type: 'button', class: 'danger', onclick: discard }, word('plan.discard')), atOnce,
    h('button', { type: 'button', class: 'primary', onclick: activate }, word('plan.activate')),
  ];
}
