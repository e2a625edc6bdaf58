import { word } from '/words.js';

const LIGHTS = { '🟢': 'green', '🟡': 'yellow', '🔴': 'red', '⚪': 'grey' };
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const LINK = /https?:\/\/[^\s<>"'，。；、）】”]+/gu;
const LIGHT = /🟢|🟡|🔴|⚪/gu;

// What the bot says, as markup: every line a line with its indent, addresses as links, the lights as drawn dots (not every machine has the
// letters).
export function textAsMarkup(text) {
  return text.split('\n').map(line => `<span class="bot-line">${withLinks(line)}</span>`).join('');
}

function withLinks(line) {
  let markup = '', from = 0;
  for (const { 0: url, index } of line.matchAll(LINK)) {
    const link = `<a href="${escaped(url)}" target="_blank" rel="noopener noreferrer">${escaped(url)}</a>`;
    markup += withLights(line.slice(from, index)) + link;
    from = index + url.length;
  }
  return markup + withLights(line.slice(from));
}

function withLights(text) {
  return escaped(text).replace(LIGHT, light => {
    const colour = LIGHTS[light];
    return `<span class="light ${colour}" role="img" aria-label="${escaped(word(`light.${colour}`))}">${light}</span>`;
  });
}

function escaped(text) {
  return text.replace(/[&<>"']/g, letter => ESCAPES[letter]);
}
