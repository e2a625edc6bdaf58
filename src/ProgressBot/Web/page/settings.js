import { field, h, options } from '/dom.js';
import { named, word } from '/words.js';

const PERIODS = named('period', ['Week', 'Month', 'Quarter', 'HalfYear', 'Year']);
const DUES = named('settings.due', ['last', 'after', 'day', 'next'], { number: 'N' });
const ROLLS = named('settings.roll', ['back', 'forward']);
const CALENDARS = named('settings.calendar', ['office', 'weekdays']);

// How often the units report and when: each choice is saved as it is made.
export function settings(plan, save, set) {
  const { due, until, opens, locks, roll, calendar } = plan.schedule;
  const [rule, number] = due.split(' ');
  const dueChanged = ({ target: { form } }) =>
    set({ key: 'due', value: form.rule.value === 'last' ? 'last' : `${form.rule.value} ${form.number.value || 1}` });
  const sends = key => ({ onchange: event => event.target.value !== '' && set({ key, value: event.target.value }) });
  const summary = word('settings.summary', { period: PERIODS[plan.period], due: word(`settings.due.${rule}`, { number }), until });
  const periodChanged = event => save({ edit: 'period', period: event.target.value });
  return h('details', { class: 'card settings', open: plan.state === 'Draft' },
    h('summary', {}, h('h2', {}, word('settings.heading')), h('span', { class: 'quiet' }, summary)),
    h('form', { class: 'grid', onsubmit: event => event.preventDefault() },
      field(word('settings.period'),
        h('select', { disabled: plan.state !== 'Draft', onchange: periodChanged }, options(PERIODS, plan.period))),
      field(word('settings.due_day'), h('span', { class: 'pair' },
        h('select', { name: 'rule', 'aria-label': word('settings.due_day'), onchange: dueChanged }, options(DUES, rule)),
        h('input', {
          type: 'number', name: 'number', 'aria-label': 'N', min: 1, max: 60, value: number ?? 1,
          hidden: rule === 'last', onchange: dueChanged,
        }))),
      field(word('settings.until'), h('input', { type: 'time', value: until, ...sends('until') })),
      field(word('settings.opens'), h('input', { type: 'number', min: 0, max: 60, value: opens, ...sends('opens') })),
      field(word('settings.locks'), h('input', { type: 'number', min: 0, max: 250, value: locks, ...sends('locks') })),
      field(word('settings.roll_day'), h('select', sends('roll'), options(ROLLS, roll))),
      field(word('settings.days'), h('select', sends('calendar'), options(CALENDARS, calendar)))),
    h('p', { class: 'quiet' }, word('settings.reminders')));
}
