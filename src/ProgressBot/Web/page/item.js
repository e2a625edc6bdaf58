import { day, field, h, options } from '/dom.js';
import { named, snake, word } from '/words.js';

const ROLES = named('role', ['Lead', 'Assist', 'Member']);
const COMPARATORS = named('comparator', ['None', 'AtLeast', 'MoreThan', 'About', 'AtMost', 'LessThan']);
const BASES = named('basis', ['Cumulative', 'Incremental']);
const SHARINGS = named('sharing', ['LeadReports', 'Summed', 'PerUnit']);

// One goal of the plan: what was made of it, each part editable in its place, beside what the document says. `open` names the part being
// edited, `act` changes what is open, `save` sends an edit.
export function itemCard(item, { plan, open, act, save }) {
  const at = (kind, id) => open?.item === item.id && open.kind === kind && open.id === id;
  const edit = (kind, id) => () => act({ item: item.id, kind, id });
  const close = () => act(null);
  const parts = { item, plan, at, edit, close, save };
  return h('article', { class: 'item', id: `item-${item.id}` },
    h('div', { class: 'item-main' },
      at('text') ? textForm(parts) : heading(parts),
      part('units', 'part-body chips', assignments(parts)), part('indicators', 'part-body', indicators(parts)),
      part('deadline', 'part-body', deadline(parts)), part('evidence', 'part-body', requirements(parts))),
    source(item));
}

function part(name, className, body) {
  return h('div', { class: 'part' }, h('span', { class: 'part-name' }, word(`item.${name}`)), h('div', { class: className }, body));
}

function source({ source: place, sourceText }) {
  return h('details', { class: 'source', open: matchMedia('(min-width: 900px)').matches },
    h('summary', {}, place ? word('item.source', { place }) : word('item.no_source')),
    (sourceText ?? '').split('\n').filter(Boolean).map(line => {
      const cut = line.indexOf('：');
      return h('p', {}, h('b', {}, line.slice(0, cut)), line.slice(cut + 1));
    }));
}

function heading({ item, edit }) {
  return h('header', { class: 'item-head' },
    h('span', { class: 'number' }, String(item.number)),
    h('button', { type: 'button', class: 'words', 'data-key': `text-${item.id}`, onclick: edit('text') },
      h('b', {}, item.section), h('span', {}, item.goal)),
    item.pastDue && h('span', { class: 'mark late' }, word('item.late')));
}

function textForm({ item, close, save }) {
  return form({
    fields: [
      field(word('item.section'), input('section', item.section)),
      field(word('item.goal'), h('textarea', { name: 'goal', rows: 3, required: true }, item.goal)),
    ],
    close,
    submit: values => save({ edit: 'item', item: item.id, ...values }),
    remove: [word('item.remove'), () => confirm(word('item.remove_sure', item)) && save({ edit: 'removeItem', item: item.id })],
  });
}

function assignments({ item, at, edit, close, save, plan }) {
  return [
    item.assignments.map(part => at('unit', part.unit)
      ? assignmentForm({ item, part, close, save })
      : chip({ item, part, edit, isNew: isNew(plan, part.unit) })),
    at('unit', 'new') ? newAssignment({ item, plan, close, save }) : add(word('item.add_unit'), edit('unit', 'new')),
  ];
}

function chip({ item, part, edit, isNew: fresh }) {
  const role = ROLES[part.role];
  const className = `chip ${part.role === 'Lead' ? 'lead' : ''} ${part.guess ? 'guess' : ''}`;
  return h('button', { type: 'button', class: className, 'data-key': `unit-${item.id}-${part.unit}`, onclick: edit('unit', part.unit) },
    part.name, h('small', {}, part.guess ? word('item.guess', { role }) : role), fresh && h('small', { class: 'new' }, word('item.new')));
}

function isNew(plan, unit) {
  return plan.units.find(known => known.id === unit)?.isNew;
}

function assignmentForm({ item, part, close, save }) {
  return form({
    title: part.name,
    fields: [field(word('item.part'), h('select', { name: 'role' }, options(ROLES, part.role)))],
    close,
    submit: values => save({ edit: 'assignment', item: item.id, unit: part.name, ...values }),
    remove: [word('item.remove_unit'), () => save({ edit: 'removeAssignment', item: item.id, unit: part.unit })],
  });
}

function newAssignment({ item, close, save }) {
  return form({
    fields: [
      field(word('item.unit'), input('unit', '', { list: 'known-units', placeholder: word('item.unit_how') })),
      field(word('item.part'), h('select', { name: 'role' }, options(ROLES, 'Assist'))),
    ],
    close,
    submit: values => save({ edit: 'assignment', item: item.id, ...values }),
  });
}

function indicators({ item, plan, at, edit, close, save }) {
  return [
    item.indicators.map(indicator => at('indicator', indicator.id)
      ? indicatorForm({ item, indicator, close, save })
      : line(`indicator-${item.id}-${indicator.id}`, edit('indicator', indicator.id),
        h('b', {}, indicator.name), ` ${targetText(indicator)}`, h('small', {}, about(indicator, plan)))),
    item.indicators.length === 0 && h('p', { class: 'hint' }, word('item.no_number')),
    at('indicator', 'new')
      ? indicatorForm({ item, indicator: null, close, save })
      : add(word('item.add_indicator'), edit('indicator', 'new')),
  ];
}

function targetText({ comparator, aspirational, target }) {
  const compared = word(`compared.${snake(comparator)}`, { target });
  return aspirational ? word('item.aspirational_target', { target: compared }) : compared;
}

function about({ deadline: date, basis, sharing, phrase }, plan) {
  const until = date && word('item.until', { day: day(date, plan.year) });
  return [until, BASES[basis], SHARINGS[sharing], phrase && word('item.phrase', { phrase })].filter(Boolean).join(' · ');
}

function indicatorForm({ item, indicator, close, save }) {
  const sharing = item.indicators[0]?.sharing ?? 'LeadReports';
  const known = indicator ?? { name: '', target: '', comparator: 'None', basis: 'Cumulative', sharing };
  return form({
    fields: indicatorFields(known),
    close,
    submit: ({ deadline: date, aspirational, basis, ...values }) => save({
      edit: 'indicator', item: item.id, indicator: indicator?.id ?? null, ...values,
      basis: basis ?? known.basis, deadline: date || null, aspirational: aspirational === 'on',
    }),
    remove: indicator && [word('item.remove_indicator'), () => save({ edit: 'removeIndicator', item: item.id, indicator: indicator.id })],
  });
}

function indicatorFields({ name, target, comparator, deadline: date, basis, sharing, aspirational, hasFigures }) {
  return [
    field(word('item.name'), input('name', name)),
    field(word('item.target'), h('span', { class: 'pair' },
      h('select', { name: 'comparator', 'aria-label': word('item.comparator') }, options(COMPARATORS, comparator)),
      input('target', target, { placeholder: word('item.target_how'), 'aria-label': word('item.target') }))),
    field(word('item.deadline'), h('input', { type: 'date', name: 'deadline', value: date })),
    field(word('item.counted'), h('select', { name: 'basis', disabled: hasFigures, title: hasFigures ? word('item.counted_fixed') : null },
      options(BASES, basis))),
    field(word('item.shared'), h('select', { name: 'sharing' }, options(SHARINGS, sharing))),
    h('label', { class: 'check' },
      h('input', { type: 'checkbox', name: 'aspirational', checked: aspirational }), word('item.aspirational')),
  ];
}

function deadline({ item, plan, at, edit, close, save }) {
  if (!at('deadline')) return line(`deadline-${item.id}`, edit('deadline'), day(item.deadline, plan.year));
  return form({
    fields: [field(word('item.deadline'), h('input', { type: 'date', name: 'deadline', value: item.deadline }))],
    close,
    submit: ({ deadline: date }) => save({ edit: 'deadline', item: item.id, deadline: date || null }),
  });
}

function requirements({ item, at, edit, close, save }) {
  const requirementForm = known => form({
    fields: [field(word('item.requirement'), h('textarea', { name: 'text', rows: 2, required: true }, known?.text ?? ''))],
    close,
    submit: ({ text }) => save({ edit: 'requirement', item: item.id, requirement: known?.id ?? null, text }),
    remove: known && [word('item.remove_requirement'), () => save({ edit: 'removeRequirement', item: item.id, requirement: known.id })],
  });
  return [
    item.requirements.map(known => at('requirement', known.id) ? requirementForm(known)
      : line(`requirement-${item.id}-${known.id}`, edit('requirement', known.id),
        known.text, known.awaitsOthers && h('small', {}, word('item.awaits_others')))),
    at('requirement', 'new') ? requirementForm(null) : add(word('item.add_requirement'), edit('requirement', 'new')),
  ];
}

function line(key, onclick, ...children) {
  return h('button', { type: 'button', class: 'line', 'data-key': key, onclick }, ...children);
}

function add(text, onclick) {
  return h('button', { type: 'button', class: 'add', onclick }, `＋${text}`);
}

function input(name, value, more = {}) {
  return h('input', { name, value, required: true, autocomplete: 'off', ...more });
}

function form({ title, fields, close, submit, remove }) {
  return h('form', {
    class: 'edit',
    onsubmit: event => {
      event.preventDefault();
      submit(Object.fromEntries(new FormData(event.currentTarget)));
    },
    onkeydown: event => { if (event.key === 'Escape') close(); },
  },
  title && h('b', { class: 'edit-title' }, title), fields,
  h('p', { class: 'edit-error', role: 'alert', hidden: true }),
  h('div', { class: 'edit-buttons' },
    h('button', { type: 'submit', class: 'primary' }, word('item.save')),
    h('button', { type: 'button', onclick: close }, word('item.cancel')),
    remove && h('button', { type: 'button', class: 'danger', onclick: remove[1] }, remove[0])));
}
