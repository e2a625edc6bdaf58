import { locale, texts } from '/wording.js';

export { locale };

// A text of the page's wording in the reader's language, its placeholders filled in.
export function word(key, given = {}) {
  const text = texts[key];
  if (text === undefined) throw new Error(`no wording '${key}'`);
  return text.replace(/\{([a-z_]+)\}/g, (whole, name) => given[name] ?? whole);
}

// The words of several values, by value: LeadReports of `sharing` is `sharing.lead_reports`.
export function named(key, values, given = {}) {
  return Object.fromEntries(values.map(value => [value, word(`${key}.${snake(value)}`, given)]));
}

export function snake(value) {
  return value.replace(/(?<=[a-z])[A-Z]/g, letter => `_${letter}`).toLowerCase();
}
