import { call, explained } from '/server.js';
import { h } from '/dom.js';

const STATES = { Draft: '草稿', Active: '已启用', Closed: '已结束' };
const element = id => document.getElementById(id);

function notice(text) {
  element('notice').hidden = !text;
  element('notice-text').textContent = text ?? '';
}

function planCard({ id, title, year, state, items }, reviews) {
  return h('section', { class: 'card plan' },
    h('div', {}, reviews ? h('a', { class: 'plan-title', href: `/plans/${id}` }, title) : h('b', { class: 'plan-title' }, title),
      h('p', { class: 'quiet' }, `${year}年 · 任务${items}项 · ${STATES[state]}`)),
    h('div', { class: 'plan-ways' },
      reviews && h('a', { class: 'button', href: `/plans/${id}` }, state === 'Draft' ? '核对' : '查看修改'),
      state === 'Active' && [h('a', { class: 'button', href: `/api/plans/${id}/export.xlsx`, download: true }, '导出 Excel'), h('a', { class: 'button', href: `/api/plans/${id}/export.csv`, download: true }, '导出 CSV')]));
}

async function load() {
  try {
    const { reviews, plans } = await call('GET', '/api/plans');
    element('import').hidden = !reviews;
    element('plans').replaceChildren(...plans.map(plan => planCard(plan, reviews)));
    if (plans.length === 0) element('plans').replaceChildren(h('p', { class: 'card quiet' }, reviews ? '还没有任务书。请在上面导入。' : '还没有启用的任务书。'));
  } catch (failure) {
    notice(explained(failure));
  }
}

element('import').onsubmit = async event => {
  event.preventDefault();
  const [file] = element('file').files;
  element('send').disabled = true;
  try {
    const { id } = await call('POST', `/api/plans?name=${encodeURIComponent(file.name)}`, file);
    location.assign(`/plans/${id}`);
  } catch (failure) {
    notice(explained(failure));
  } finally {
    element('send').disabled = false;
  }
};

load();
