// The list of checks and what they have in common.
import assert from 'node:assert/strict';
import { send } from './client.mjs';

export const checks = [];
export const check = (name, run) => checks.push([name, run]);

export const claims = token => JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));
export const texts = answer => answer.json.activities.map(activity => activity.text);
export const activityPart = activity => new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' });
export const upload = ({ id, token }, form) => send('POST', `/conversations/${id}/upload?userId=dl_ann`, { token, raw: form });

// Every refusal has a status, a stable code and a sentence.
export function refusedWith(answer, status, code) {
  assert.equal(answer.status, status);
  assert.equal(typeof answer.json?.error?.message, 'string');
  if (code) assert.equal(answer.json.error.code, code);
  else assert.ok(answer.json.error.code);
}
