import { word } from '/words.js';

// Our own server, over JSON. Failures are of two kinds only: not reached, or refused.
export class Unreachable extends Error {}

export class Refused extends Error {
  constructor(status, sentence) {
    super(`status ${status}`);
    this.status = status;
    this.sentence = sentence;
  }
}

// One sentence for the person: the server's own where it gave one.
export function explained(failure) {
  if (failure instanceof Unreachable) return word('unreachable');
  return failure.sentence ?? word('unavailable');
}

export async function call(method, path, body) {
  const response = await reach(path, {
    method,
    headers: body && !(body instanceof Blob) ? { 'Content-Type': 'application/json' } : {},
    body: body && !(body instanceof Blob) ? JSON.stringify(body) : body,
    signal: AbortSignal.timeout(body instanceof Blob ? 120000 : 20000),
  });
  if (!response.ok) throw new Refused(response.status, await response.json().then(answer => answer.message, () => undefined));
  return response.status === 204 ? null : response.json();
}

async function reach(path, options) {
  try {
    return await fetch(path, options);
  } catch {
    throw new Unreachable(path);
  }
}
