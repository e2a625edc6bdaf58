import { field, h, options } from '/dom.js';

const PERIODS = { Week: '每周', Month: '每月', Quarter: '每季', HalfYear: '每半年', Year: '每年' };
const DUES = { last: '期末最后一个工作日', after: '期后第N个工作日', day: '期末当月（当周）第N日', next: '次月（次周）第N日' };
const ROLLS = { back: '提前到前一个工作日', forward: '顺延到下一个工作日' };
const CALENDARS = { office: '国家工作日历（含调休）', weekdays: '周一至周五' };

// How often the units report and when: each choice is saved as it is made.
export function settings(plan, save, set) {
  const { due, until, opens, locks, roll, calendar } = plan.schedule;
  const [rule, number] = due.split(' ');
  const dueChanged = form => set({ key: 'due', value: form.rule.value === 'last' ? 'last' : `${form.rule.value} ${form.number.value || 1}` });
  const sends = key => ({ onchange: event => event.target.value !== '' && set({ key, value: event.target.value }) });
  return h('details', { class: 'card settings', open: plan.state === 'Draft' },
    h('summary', {}, h('h2', {}, '填报安排'), h('span', { class: 'quiet' }, `${PERIODS[plan.period]}填报，${DUES[rule].replace('N', number)}${until}截止`)),
    h('form', { class: 'grid', onsubmit: event => event.preventDefault() },
      field('周期', h('select', { disabled: plan.state !== 'Draft', onchange: event => save({ edit: 'period', period: event.target.value }) }, options(PERIODS, plan.period))),
      field('截止日', h('span', { class: 'pair' },
        h('select', { name: 'rule', 'aria-label': '截止日', onchange: event => dueChanged(event.target.form) }, options(DUES, rule)),
        h('input', { type: 'number', name: 'number', 'aria-label': 'N', min: 1, max: 60, value: number ?? 1, hidden: rule === 'last', onchange: event => dueChanged(event.target.form) }))),
      field('截止时间', h('input', { type: 'time', value: until, ...sends('until') })),
      field('提前几个工作日开启', h('input', { type: 'number', min: 0, max: 60, value: opens, ...sends('opens') })),
      field('截止后几个工作日内可补报', h('input', { type: 'number', min: 0, max: 250, value: locks, ...sends('locks') })),
      field('截止日遇休息日', h('select', sends('roll'), options(ROLLS, roll))),
      field('工作日历', h('select', sends('calendar'), options(CALENDARS, calendar)))),
    h('p', { class: 'quiet' }, '提醒的时间点在聊天里用“设置”查看和修改。'));
}
