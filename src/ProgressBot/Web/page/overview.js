import { field, h, options } from '/dom.js';

const STATES = { Draft: '草稿，尚未启用', Active: '已启用', Closed: '已结束' };
const KINDS = { Units: '责任单位', Threshold: '目标值', Deadline: '时限', Scope: '统计口径' };
const SHOWN_AT_ONCE = 3;

export function title(plan) {
  const indicators = plan.items.reduce((sum, item) => sum + item.indicators.length, 0);
  const late = plan.items.filter(item => item.pastDue).length;
  return h('section', { class: 'card head' },
    h('h1', {}, plan.title),
    h('p', { class: 'quiet' }, [plan.documentNumber, plan.issuer, plan.fileName && `读自 ${plan.fileName}`].filter(Boolean).join(' · ')),
    h('p', { class: 'counts' },
      h('span', { class: `mark state-${plan.state}` }, STATES[plan.state]),
      h('span', {}, `任务${plan.items.length}项`), h('span', {}, `指标${indicators}项`), h('span', {}, `责任单位${plan.units.length}家`),
      late > 0 && h('span', { class: 'mark late' }, `时限已过${late}项`)));
}

function list(className, heading, points) {
  if (points.length === 0) return null;
  return h('section', { class: `card ${className}` },
    h('h2', {}, heading),
    points.slice(0, SHOWN_AT_ONCE),
    points.length > SHOWN_AT_ONCE && h('details', {}, h('summary', {}, `其余${points.length - SHOWN_AT_ONCE}处`), points.slice(SHOWN_AT_ONCE)));
}

export function attention({ attention: points }) {
  return list('attention', `启用前请处理（${points.length}）`, points.map(text => h('p', {}, text)));
}

export function conflicts({ conflicts: points }) {
  return list('conflicts', `正文与表格不一致（${points.length}），已按表格导入`, points.map(conflict => h('div', { class: 'conflict' },
    h('p', { class: 'quiet' }, h('b', {}, `${KINDS[conflict.kind]} `), conflict.where),
    h('dl', {}, h('dt', {}, '正文'), h('dd', {}, conflict.body || '没有写'), h('dt', {}, '表格'), h('dd', {}, conflict.table || '没有写')))));
}

export function warnings({ warnings: points }) {
  return list('warnings', `需要留意（${points.length}）`, points.map(({ where, message }) => h('p', {}, where && h('b', {}, `${where} `), message)));
}

// The leads that the document does not mark: each can be changed at its place, or all are taken at once.
export function guesses({ items }, save) {
  const count = items.flatMap(item => item.assignments).filter(part => part.guess).length;
  if (count === 0) return null;
  return h('section', { class: 'card guesses' },
    h('p', {}, `文件没有注明牵头单位的${count}项，按列在第一位的推定（虚线框）。`),
    h('button', { type: 'button', onclick: () => save({ edit: 'confirmLeads' }) }, '全部确认'));
}

// New units, which may be known ones under another name, and groups, which need members.
export function unitsToSettle(plan, save) {
  const fresh = plan.state === 'Draft' ? plan.units.filter(unit => unit.isNew && !unit.isGroup) : [];
  const groups = plan.units.filter(unit => unit.isGroup);
  if (fresh.length + groups.length === 0) return null;
  const known = plan.allUnits.filter(unit => !fresh.some(each => each.id === unit.id));
  return h('section', { class: 'card units' },
    groups.length > 0 && [h('h2', {}, '单位组的成员'), groups.map(group => membersForm(group, save))],
    fresh.length > 0 && [h('h2', {}, `新单位（${fresh.length}）`),
      known.length > 0 ? h('p', { class: 'quiet' }, '启用后即建档。如果只是已有单位的另一种写法，请并入。') : h('p', { class: 'quiet' }, '启用后即建档。'),
      h('div', { class: 'fresh' }, fresh.map(unit => freshUnit(unit, known, save)))]);
}

function membersForm(group, save) {
  return h('form', {
    class: 'members',
    onsubmit: event => {
      event.preventDefault();
      save({ edit: 'members', group: group.id, units: new FormData(event.currentTarget).get('units').split(/[、，,;；\s]+/u).filter(Boolean) });
    },
  },
  field(group.name, h('textarea', { name: 'units', rows: 2, placeholder: '写成员单位，用顿号隔开' }, group.members.join('、'))),
  h('button', { type: 'submit' }, '保存成员'));
}

function freshUnit(unit, known, save) {
  const merge = into => save({ edit: 'mergeUnit', unit: unit.id, into: Number(into) });
  return h('div', { class: 'fresh-unit' },
    h('b', {}, unit.name),
    unit.alike.map(alike => h('button', { type: 'button', onclick: () => merge(alike.id) }, `就是“${alike.name}”`)),
    known.length > 0 && h('select', { 'aria-label': `${unit.name}并入`, onchange: event => event.target.value && merge(event.target.value) },
      options({ '': '并入已有单位…', ...Object.fromEntries(known.map(other => [` ${other.id}`, other.name])) }, '')));
}

export function foot(plan, { activate, discard }) {
  const downloads = [h('a', { class: 'button', href: `/api/plans/${plan.id}/export.xlsx`, download: true }, '导出 Excel'), h('a', { class: 'button', href: `/api/plans/${plan.id}/export.csv`, download: true }, '导出 CSV')];
  return plan.state === 'Draft'
    ? [h('button', { type: 'button', class: 'danger', onclick: discard }, '删除草稿'), h('span', { class: 'quiet' }, '每处改动即时保存'), h('button', { type: 'button', class: 'primary', onclick: activate }, '启用任务书')]
    : [h('span', { class: 'quiet' }, '每处改动即时保存'), ...downloads];
}
