// Our own server, over JSON. Failures are of two kinds only: not reached, or refused.
export class Unreachable extends Error {}

export class Refused extends Error {
  constructor(status) {
    super(`status ${status}`);
    this.status = status;
  }
}

export async function call(method, path, body) {
  const response = await reach(path, {
    method,
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body ? JSON.stringify(body) : undefined,
    signal: AbortSignal.timeout(20000),
  });
  if (!response.ok) throw new Refused(response.status);
  return response.status === 204 ? null : response.json();
}

async function reach(path, options) {
  try {
    return await fetch(path, options);
  } catch {
    throw new Unreachable(path);
  }
}
