import { h } from '/dom.js';
import { named, word } from '/words.js';

const KINDS = named('change', ['Item', 'Wording', 'Unit', 'Indicator', 'Target', 'Deadline', 'Evidence']);

// What a revised document would change. What is grave (a target, something that goes) has no answer before somebody gives it.
export function revision({ revision: waiting }, decide) {
  if (!waiting) return null;
  const grave = waiting.changes.filter(change => change.grave).length;
  const keepAll = () => confirm(word('revision.keep_all_sure')) && decide({ reading: waiting.key, take: [] });
  return h('form', {
    class: 'card revision',
    onsubmit: event => {
      event.preventDefault();
      const chosen = new FormData(event.currentTarget);
      const taken = waiting.changes.filter((_, index) => chosen.get(`change-${index}`) === 'take');
      decide({ reading: waiting.key, take: taken.map(change => change.key) });
    },
  },
  h('h2', {}, word('revision.heading', { file: waiting.fileName, count: waiting.changes.length })),
  h('p', { class: 'quiet' }, word(grave > 0 ? 'revision.how_grave' : 'revision.how', { count: grave })),
  waiting.changes.map(row),
  h('div', { class: 'edit-buttons' },
    h('button', { type: 'submit', class: 'primary' }, word('revision.take_chosen')),
    h('button', { type: 'button', class: 'danger', onclick: keepAll }, word('revision.keep_all'))));
}

function row({ kind, where, before, after, grave }, index) {
  const choice = (value, text, checked) => h('label', { class: 'choice' },
    h('input', { type: 'radio', name: `change-${index}`, value, required: true, checked }), text);
  return h('fieldset', { class: grave ? 'change grave' : 'change' },
    h('legend', {}, `${KINDS[kind]} ${where}`),
    h('dl', {},
      h('dt', {}, word('revision.before')), h('dd', {}, before ?? word('revision.nothing_before')),
      h('dt', {}, word('revision.after')), h('dd', {}, after ?? word('revision.nothing_after'))),
    h('div', { class: 'choices' }, choice('take', word('revision.take'), !grave), choice('keep', word('revision.keep'), false)));
}
