import { word } from '/words.js';

// One element with attributes, handlers (onclick …) and children; nothing that comes from people is ever read as markup.
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, '');
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.flat(Infinity).filter(child => child != null && child !== false));
  return node;
}

export function options(names, chosen) {
  return Object.entries(names).map(([value, name]) => h('option', { value, selected: value === chosen }, name));
}

export function field(label, control) {
  return h('label', { class: 'field' }, h('span', { class: 'field-name' }, label), control);
}

// A date, 2022-07-31, as people write it, with its year where it is not the plan's.
export function day(date, year) {
  if (!date) return word('no_day');
  const [ofYear, month, number] = date.split('-').map(Number);
  return word(ofYear === year ? 'day' : 'day_with_year', { year: ofYear, month, day: number });
}

export function downloads(plan) {
  return ['xlsx', 'csv'].map(ending =>
    h('a', { class: 'button', href: `/api/plans/${plan}/export.${ending}`, download: true }, word(`plan.export_${ending}`)));
}
