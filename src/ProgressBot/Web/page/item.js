import { day, field, h, options } from '/dom.js';

const ROLES = { Lead: '牵头', Assist: '配合', Member: '共同' };
const COMPARATORS = { None: '达到', AtLeast: '不少于', MoreThan: '超过', About: '约', AtMost: '不超过', LessThan: '不到' };
const BASES = { Cumulative: '按累计数', Incremental: '按本期数' };
const SHARINGS = { LeadReports: '牵头单位填报', Summed: '各单位相加', PerUnit: '每单位各自达到' };

// One goal of the plan: what was made of it, each part editable in its place, beside what the document says. `open` names the part being edited, `act` changes
// what is open, `save` sends an edit.
export function itemCard(item, { plan, open, act, save }) {
  const at = (kind, id) => open?.item === item.id && open.kind === kind && open.id === id;
  const edit = (kind, id) => () => act({ item: item.id, kind, id });
  const close = () => act(null);
  const parts = { item, plan, at, edit, close, save };
  return h('article', { class: 'item', id: `item-${item.id}` },
    h('div', { class: 'item-main' },
      at('text') ? textForm(parts) : heading(parts),
      h('div', { class: 'part' }, h('span', { class: 'part-name' }, '责任单位'), h('div', { class: 'part-body chips' }, assignments(parts))),
      h('div', { class: 'part' }, h('span', { class: 'part-name' }, '指标'), h('div', { class: 'part-body' }, indicators(parts))),
      h('div', { class: 'part' }, h('span', { class: 'part-name' }, '时限'), h('div', { class: 'part-body' }, deadline(parts))),
      h('div', { class: 'part' }, h('span', { class: 'part-name' }, '佐证'), h('div', { class: 'part-body' }, requirements(parts)))),
    source(item));
}

function source({ source: place, sourceText }) {
  return h('details', { class: 'source', open: matchMedia('(min-width: 900px)').matches },
    h('summary', {}, place ? `原文 ${place}` : '没有原文'),
    (sourceText ?? '').split('\n').filter(Boolean).map(line => {
      const cut = line.indexOf('：');
      return h('p', {}, h('b', {}, line.slice(0, cut)), line.slice(cut + 1));
    }));
}

function heading({ item, edit }) {
  return h('header', { class: 'item-head' },
    h('span', { class: 'number' }, String(item.number)),
    h('button', { type: 'button', class: 'words', 'data-key': `text-${item.id}`, onclick: edit('text') }, h('b', {}, item.section), h('span', {}, item.goal)),
    item.pastDue && h('span', { class: 'mark late' }, '时限已过'));
}

function textForm({ item, close, save }) {
  return form({
    fields: [field('工作内容', input('section', item.section)), field('工作目标', h('textarea', { name: 'goal', rows: 3, required: true }, item.goal))],
    close,
    submit: values => save({ edit: 'item', item: item.id, ...values }),
    remove: ['删除这项任务', () => confirm(`删除任务${item.number}？`) && save({ edit: 'removeItem', item: item.id })],
  });
}

function assignments({ item, at, edit, close, save, plan }) {
  return [
    item.assignments.map(part => at('unit', part.unit)
      ? assignmentForm({ item, part, close, save })
      : h('button', { type: 'button', class: `chip ${part.role === 'Lead' ? 'lead' : ''} ${part.guess ? 'guess' : ''}`, 'data-key': `unit-${item.id}-${part.unit}`, onclick: edit('unit', part.unit) },
        part.name, h('small', {}, `${ROLES[part.role]}${part.guess ? '（推定）' : ''}`), isNew(plan, part.unit) && h('small', { class: 'new' }, '新'))),
    at('unit', 'new') ? newAssignment({ item, plan, close, save }) : add('加单位', edit('unit', 'new')),
  ];
}

function isNew(plan, unit) {
  return plan.units.find(known => known.id === unit)?.isNew;
}

function assignmentForm({ item, part, close, save }) {
  return form({
    title: part.name,
    fields: [field('分工', h('select', { name: 'role' }, options(ROLES, part.role)))],
    close,
    submit: values => save({ edit: 'assignment', item: item.id, unit: part.name, ...values }),
    remove: ['移除', () => save({ edit: 'removeAssignment', item: item.id, unit: part.unit })],
  });
}

function newAssignment({ item, close, save }) {
  return form({
    fields: [
      field('单位', input('unit', '', { list: 'known-units', placeholder: '选择已有单位，或写新单位全称' })),
      field('分工', h('select', { name: 'role' }, options(ROLES, 'Assist'))),
    ],
    close,
    submit: values => save({ edit: 'assignment', item: item.id, ...values }),
  });
}

function indicators({ item, plan, at, edit, close, save }) {
  return [
    item.indicators.map(indicator => at('indicator', indicator.id)
      ? indicatorForm({ item, indicator, close, save })
      : h('button', { type: 'button', class: 'line', 'data-key': `indicator-${item.id}-${indicator.id}`, onclick: edit('indicator', indicator.id) },
        h('b', {}, indicator.name), ` ${targetText(indicator)}`, h('small', {}, about(indicator, plan)))),
    item.indicators.length === 0 && h('p', { class: 'hint' }, '没有数字，按未启动、进行中、已完成跟踪'),
    at('indicator', 'new') ? indicatorForm({ item, indicator: null, close, save }) : add('加指标', edit('indicator', 'new')),
  ];
}

function targetText({ comparator, aspirational, target }) {
  return (aspirational ? '力争' : '') + (comparator === 'None' ? '' : COMPARATORS[comparator]) + target;
}

function about({ deadline: date, basis, sharing, phrase }, plan) {
  return [date && `${day(date, plan.year)}前`, BASES[basis], SHARINGS[sharing], phrase && `原文“${phrase}”`].filter(Boolean).join(' · ');
}

function indicatorForm({ item, indicator, close, save }) {
  const known = indicator ?? { name: '', target: '', comparator: 'None', basis: 'Cumulative', sharing: item.indicators[0]?.sharing ?? 'LeadReports' };
  return form({
    fields: [
      field('名称', input('name', known.name)),
      field('目标', h('span', { class: 'pair' }, h('select', { name: 'comparator', 'aria-label': '比较' }, options(COMPARATORS, known.comparator)), input('target', known.target, { placeholder: '如 3.2亿元、400人次', 'aria-label': '目标' }))),
      field('时限', h('input', { type: 'date', name: 'deadline', value: known.deadline })),
      field('统计', h('select', { name: 'basis', disabled: known.hasFigures, title: known.hasFigures ? '已有填报数据，不能再改' : null }, options(BASES, known.basis))),
      field('分担', h('select', { name: 'sharing' }, options(SHARINGS, known.sharing))),
      h('label', { class: 'check' }, h('input', { type: 'checkbox', name: 'aspirational', checked: known.aspirational }), '力争'),
    ],
    close,
    submit: ({ deadline: date, aspirational, basis, ...values }) => save({
      edit: 'indicator', item: item.id, indicator: indicator?.id ?? null, ...values, basis: basis ?? known.basis, deadline: date || null, aspirational: aspirational === 'on',
    }),
    remove: indicator && ['删除指标', () => save({ edit: 'removeIndicator', item: item.id, indicator: indicator.id })],
  });
}

function deadline({ item, plan, at, edit, close, save }) {
  if (!at('deadline')) return h('button', { type: 'button', class: 'line', 'data-key': `deadline-${item.id}`, onclick: edit('deadline') }, day(item.deadline, plan.year));
  return form({
    fields: [field('时限', h('input', { type: 'date', name: 'deadline', value: item.deadline }))],
    close,
    submit: ({ deadline: date }) => save({ edit: 'deadline', item: item.id, deadline: date || null }),
  });
}

function requirements({ item, at, edit, close, save }) {
  const lineForm = line => form({
    fields: [field('佐证要求', h('textarea', { name: 'text', rows: 2, required: true }, line?.text ?? ''))],
    close,
    submit: ({ text }) => save({ edit: 'requirement', item: item.id, requirement: line?.id ?? null, text }),
    remove: line && ['删除', () => save({ edit: 'removeRequirement', item: item.id, requirement: line.id })],
  });
  return [
    item.requirements.map(line => at('requirement', line.id) ? lineForm(line)
      : h('button', { type: 'button', class: 'line', 'data-key': `requirement-${item.id}-${line.id}`, onclick: edit('requirement', line.id) }, line.text, line.awaitsOthers && h('small', {}, '等待外部结果'))),
    at('requirement', 'new') ? lineForm(null) : add('加佐证', edit('requirement', 'new')),
  ];
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
    h('button', { type: 'submit', class: 'primary' }, '保存'),
    h('button', { type: 'button', onclick: close }, '取消'),
    remove && h('button', { type: 'button', class: 'danger', onclick: remove[1] }, remove[0])));
}
