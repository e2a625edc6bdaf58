import { h } from '/dom.js';

const KINDS = { Item: '任务', Wording: '措辞', Unit: '责任单位', Indicator: '指标', Target: '目标', Deadline: '时限', Evidence: '佐证' };

// What a revised document would change. What is grave (a target, something that goes) has no answer before somebody gives it.
export function revision({ revision: waiting }, decide) {
  if (!waiting) return null;
  const grave = waiting.changes.filter(change => change.grave).length;
  return h('form', {
    class: 'card revision',
    onsubmit: event => {
      event.preventDefault();
      const chosen = new FormData(event.currentTarget);
      decide({ reading: waiting.key, take: waiting.changes.filter((_, index) => chosen.get(`change-${index}`) === 'take').map(change => change.key) });
    },
  },
  h('h2', {}, `修订稿“${waiting.fileName}”有${waiting.changes.length}处不同`),
  h('p', { class: 'quiet' }, `采用之前什么都不会变；已报的数据和佐证都保留。${grave > 0 ? `${grave}处涉及目标或删减，请逐条选择。` : ''}`),
  waiting.changes.map(row),
  h('div', { class: 'edit-buttons' },
    h('button', { type: 'submit', class: 'primary' }, '按选择采用'),
    h('button', { type: 'button', class: 'danger', onclick: () => confirm('不采用这份修订稿？') && decide({ reading: waiting.key, take: [] }) }, '全部保留原来的')));
}

function row({ kind, where, before, after, grave }, index) {
  const choice = (value, text, checked) => h('label', { class: 'choice' }, h('input', { type: 'radio', name: `change-${index}`, value, required: true, checked }), text);
  return h('fieldset', { class: grave ? 'change grave' : 'change' },
    h('legend', {}, `${KINDS[kind]} ${where}`),
    h('dl', {}, h('dt', {}, '原来'), h('dd', {}, before ?? '没有'), h('dt', {}, '修订'), h('dd', {}, after ?? '删去')),
    h('div', { class: 'choices' }, choice('take', '采用修订', !grave), choice('keep', '保留原来', false)));
}
