// Direct Line 3.0 as the real client library and plain requests see it. Prints "ok NAME" or "not ok NAME: REASON" per check.
// usage: node conformance.mjs ORIGIN PAGE_PACKAGE_JSON
import assert from 'node:assert/strict';
import { ConnectionStatus, client, generate, history, listen, origin, passes, post, root, says, secret, send, sockets, started } from './client.mjs';

const checks = [];
const check = (name, run) => checks.push([name, run]);
const claims = token => JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));
const refusedWith = (answer, status, code) => {
  assert.equal(answer.status, status);
  assert.equal(typeof answer.json?.error?.message, 'string');
  code ? assert.equal(answer.json.error.code, code) : assert.ok(answer.json.error.code);
};
const texts = answer => answer.json.activities.map(activity => activity.text);
const activityPart = activity => new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' });
const upload = ({ id, token }, form) => send('POST', `/conversations/${id}/upload?userId=dl_ann`, { token, raw: form });

check('generate answers with conversation, token and lifetime', async () => {
  const { status, json } = await send('POST', '/tokens/generate', { token: secret });
  assert.equal(status, 200);
  assert.ok(json.conversationId && json.token);
  assert.equal(json.expires_in, 1800);
});
check('the token is a signed JWT with a text claim user and an expiry', async () => {
  const { token } = await generate({ id: 'dl_ann' });
  assert.equal(claims(token).user, 'dl_ann');
  assert.ok(claims(token).exp - claims(token).nbf === 1800 && claims(token).jti && claims(token).iss && claims(token).aud);
});
check('no Authorization is 401', async () => refusedWith(await send('POST', '/tokens/generate'), 401));
check('malformed Authorization is 401', async () => {
  for (const Authorization of ['Bearer', 'Bearer ', 'Basic abc', `Bearer  ${secret}`, secret])
    refusedWith(await send('POST', '/conversations', { headers: { Authorization } }), 401);
});
check('a wrong secret is 403', async () => refusedWith(await send('POST', '/tokens/generate', { token: 'wrong' }), 403));
check('a token cannot mint tokens', async () => refusedWith(await send('POST', '/tokens/generate', { token: (await generate()).token }), 403));
check('a forged token is 403', async () => {
  const { token } = await generate();
  const [header, payload, signature] = token.split('.');
  const forged = Buffer.from(JSON.stringify({ ...claims(token), user: 'dl_eve' })).toString('base64url');
  const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
  for (const bad of [`${header}.${forged}.${signature}`, `${none}.${payload}.`, `${none}.${payload}.${signature}`, `${header}.${payload}.`, 'a.b.c'])
    refusedWith(await send('POST', '/conversations', { token: bad }), 403);
});
check('refresh gives a new token for the same conversation and user', async () => {
  const { token, conversationId } = await generate();
  const { status, json } = await send('POST', '/tokens/refresh', { token });
  assert.equal(status, 200);
  assert.equal(json.conversationId, conversationId);
  assert.notEqual(json.token, token);
  assert.equal(claims(json.token).user, 'dl_ann');
  assert.equal((await send('POST', '/conversations', { token: json.token })).status, 201);
});
check('start is 201, once more is 200, both with a stream', async () => {
  const { token } = await generate();
  const first = await send('POST', '/conversations', { token });
  const second = await send('POST', '/conversations', { token, body: { user: {}, locale: 'zh-CN' } });
  assert.deepEqual([first.status, second.status], [201, 200]);
  assert.equal(first.json.conversationId, second.json.conversationId);
  assert.match(second.json.streamUrl, /^ws:\/\/127\.0\.0\.1:\d+\/v3\/directline\/conversations\//);
});
check('the secret alone starts conversations and may write in them', async () => {
  const { json } = await send('POST', '/conversations', { token: secret, body: { user: { id: 'dl_site' } } });
  assert.equal((await post({ id: json.conversationId, token: secret }, { text: '甲' })).status, 200);
});
check('reconnect answers with token and stream', async () => {
  const { id, token } = await started();
  const { status, json } = await send('GET', `/conversations/${id}?watermark=`, { token });
  assert.equal(status, 200);
  assert.ok(json.token && json.streamUrl && json.conversationId === id);
});
check('an unknown conversation is 404', async () => {
  const { token } = await started();
  refusedWith(await send('GET', '/conversations/none', { token }), 404);
  refusedWith(await history({ id: 'none', token }), 404);
  refusedWith(await post({ id: 'none', token }, { text: '甲' }), 404);
});
check('nobody reads, writes or uploads in the conversation of another', async () => {
  const mine = await started(), theirs = await started({ id: 'dl_bob' });
  const into = { id: theirs.id, token: mine.token };
  refusedWith(await history(into), 403);
  refusedWith(await post(into, { text: '甲' }), 403);
  refusedWith(await send('GET', `/conversations/${theirs.id}`, { token: mine.token }), 403);
  refusedWith(await upload(into, new FormData()), 403);
  const stolen = mine.streamUrl.replace(mine.id, theirs.id);
  await assert.rejects(listen(stolen).opened, { status: 403 });
});
check('trusted origins are held to on start, reconnect and stream', async () => {
  const { token, conversationId } = await generate(undefined, { trustedOrigins: ['https://good.example'] });
  const good = { Origin: 'https://good.example' }, evil = { Origin: 'https://evil.example' };
  refusedWith(await send('POST', '/conversations', { token, headers: evil }), 403);
  const start = await send('POST', '/conversations', { token, headers: good });
  assert.equal(start.status, 201);
  refusedWith(await send('GET', `/conversations/${conversationId}`, { token, headers: evil }), 403);
  await assert.rejects(listen(start.json.streamUrl, { headers: evil }).opened, { status: 403 });
  const opened = listen(start.json.streamUrl, { headers: good });
  await opened.opened;
  opened.socket.close();
});
check('post answers 200 with an id; the echo comes before the reply and keeps channelData', async () => {
  const chat = await started();
  const channelData = { clientActivityID: 'c1', odd: [1.50, '2022-01-01T00:00:00', { 深: null }], big: 12345678901234567 };
  const { status, json } = await post(chat, { text: '到位资金5.1亿', channelData });
  assert.equal(status, 200);
  const [echo, reply] = (await history(chat)).json.activities;
  assert.equal(echo.id, json.id);
  assert.deepEqual(echo.channelData, channelData);
  assert.equal(reply.text, '收到：到位资金5.1亿');
  assert.equal(reply.replyToId, undefined);
});
check('the channel says who speaks, where and when', async () => {
  const chat = await started();
  await post(chat, { text: '甲', id: 'x', channelId: 'x', serviceUrl: 'http://evil.example', callerId: 'urn:x', recipient: { id: 'x' }, conversation: { id: 'x' }, timestamp: '2000-01-01T00:00:00Z' });
  const [echo] = (await history(chat)).json.activities;
  assert.equal(echo.from.id, 'dl_ann');
  assert.equal(echo.channelId, 'webchat');
  assert.equal(echo.conversation.id, chat.id);
  assert.ok(!('serviceUrl' in echo) && !('callerId' in echo) && echo.id !== 'x' && echo.recipient.id !== 'x');
  assert.ok(echo.timestamp.endsWith('Z') && echo.timestamp > '2020');
});
check('unknown fields survive', async () => {
  const chat = await started();
  await post(chat, { text: '甲', somethingNew: { a: [1] }, entities: [{ type: 'ClientCapabilities', x: 1 }] });
  const [echo] = (await history(chat)).json.activities;
  assert.deepEqual([echo.somethingNew, echo.entities], [{ a: [1] }, [{ type: 'ClientCapabilities', x: 1 }]]);
});
check('an unbound user may not take a dl_ id', async () => {
  const chat = await started({});
  refusedWith(await post(chat, { from: { id: 'dl_1' }, text: '甲' }), 403);
  assert.equal((await post(chat, { from: { id: 'ann' }, text: '甲' })).status, 200);
});
check('watermarks rise, begin at the start without one, and stay when nothing is new', async () => {
  const chat = await started();
  await post(chat, { text: '一' });
  const first = await history(chat);
  await post(chat, { text: '二' });
  const second = await history(chat, first.json.watermark);
  assert.deepEqual(texts(second), ['二', '收到：二']);
  assert.ok(BigInt(second.json.watermark) > BigInt(first.json.watermark));
  assert.deepEqual((await history(chat, second.json.watermark)).json, { activities: [], watermark: second.json.watermark });
  assert.equal((await history(chat, '')).json.activities.length, 4);
  refusedWith(await history(chat, 'x'), 400);
});
check('the same message posted twice is one message', async () => {
  const chat = await started();
  const message = { text: '甲', channelData: { clientActivityID: 'same' } };
  const answers = await Promise.all([post(chat, message), post(chat, message), post(chat, message)]);
  assert.equal(new Set(answers.map(answer => answer.json.id)).size, 1);
  assert.deepEqual(texts(await history(chat)), ['甲', '收到：甲']);
});
check('typing leaves no trace; unknown types are refused', async () => {
  const chat = await started();
  assert.equal((await post(chat, { type: 'typing' })).status, 200);
  refusedWith(await post(chat, { type: 'nonsense' }), 400);
  refusedWith(await post(chat, { type: undefined }), 400);
  assert.equal((await history(chat)).json.activities.length, 0);
});
check('an event is echoed and does not reach the bot', async () => {
  const chat = await started();
  assert.equal((await post(chat, { type: 'event', name: 'webchat/join' })).status, 200);
  assert.deepEqual((await history(chat)).json.activities.map(activity => activity.name), ['webchat/join']);
});
check('hostile JSON is 400 and the server lives on', async () => {
  const chat = await started();
  const deep = '{"type":"message","value":'.concat('['.repeat(20000), ']'.repeat(20000), '}');
  for (const raw of ['', 'null', '[]', '"x"', '{', '{"type":1}', '{"type":"message","from":"x"}', '{"type":"message","attachments":{}}', '\u0000', '{"type":"message","text":{}}', deep, '{"type":"message",}', '\ufeff{',
    ...['"text":"\\ud800"', '"channelData":{"x":"\\ud800"}', '"channelData":{"clientActivityID":"\\ud800"}', '"x":{"\\udc00":1}'].map(part => `{"type":"message",${part}}`),
    Buffer.from([...Buffer.from('{"type":"message","text":"'), 0xff, 0x22, 0x7d]), Buffer.from([...Buffer.from('{"type":"message","channelData":"'), 0xff, 0x22, 0x7d])])
    refusedWith(await send('POST', `/conversations/${chat.id}/activities`, { token: chat.token, raw, headers: { 'Content-Type': 'application/json' } }), 400);
  refusedWith(await send('POST', '/tokens/generate', { token: secret, raw: '{"user":[]}' }), 400);
  assert.equal((await post(chat, { text: '还在' })).status, 200);
});
check('a message of 10 MB is 413 with an error body', async () => {
  const chat = await started();
  refusedWith(await post(chat, { text: '大'.repeat(10 * 1024 * 1024 / 3) }), 413);
  assert.equal((await history(chat)).json.activities.length, 0);
});
check('the client comes online, sends, and hears echo and reply over its socket', async () => {
  const { token } = await generate();
  const one = client({ token });
  await one.status(ConnectionStatus.Online);
  const id = await one.post({ text: '你好' });
  await one.heard('收到：你好');
  assert.deepEqual(one.activities.map(activity => activity.text), ['你好', '收到：你好']);
  assert.equal(one.activities[0].id, id);
  one.close();
});
check('the client reads its user from the token', async () => {
  const one = client({ token: (await generate({ id: 'dl_7' })).token });
  assert.equal(one.line.parseToken(one.line.token), 'dl_7');
  one.close();
});
check('a client without sockets polls the same activities', async () => {
  const one = client({ token: (await generate()).token, webSocket: false, pollingInterval: 200 });
  await one.post({ text: '轮询' });
  await one.heard('收到：轮询');
  assert.equal(one.activities.length, 2);
  one.close();
});
check('a dropped socket comes back by itself with nothing lost and nothing twice', async () => {
  const { token, conversationId } = await generate();
  const one = client({ token });
  await one.post({ text: '一' });
  await one.heard('收到：一');
  sockets.at(-1).terminate();
  await says(conversationId, '断线时说的');
  await one.heard('断线时说的');
  await one.post({ text: '二' });
  await one.heard('收到：二');
  assert.deepEqual(one.activities.map(activity => activity.text), ['一', '收到：一', '断线时说的', '二', '收到：二']);
  one.close();
});
check('a client that comes back with a watermark hears what it missed', async () => {
  const chat = await started();
  await post(chat, { text: '一' });
  const { watermark } = (await history(chat)).json;
  await post(chat, { text: '二' });
  const one = client({ token: chat.token, conversationId: chat.id, watermark });
  await one.heard('收到：二');
  assert.equal(one.activities.length, 2);
  one.close();
});
check('a client that comes back without a watermark hears only what is new', async () => {
  const chat = await started();
  await post(chat, { text: '旧' });
  const one = client({ token: chat.token, conversationId: chat.id });
  await one.status(ConnectionStatus.Online);
  await one.post({ text: '新' });
  await one.heard('收到：新');
  assert.ok(!one.activities.some(activity => activity.text === '旧'));
  one.close();
});
check('what comes between start and the open socket is replayed; frames carry watermarks', async () => {
  const chat = await started();
  await post(chat, { text: '早' });
  const stream = listen(chat.streamUrl);
  const first = stream.next();
  await stream.opened;
  await first;
  assert.deepEqual(stream.frames[0].activities.map(activity => activity.text), ['早', '收到：早']);
  assert.equal(stream.frames[0].watermark, (await history(chat)).json.watermark);
  stream.socket.close();
});
check('empty frames are pings', async () => {
  const chat = await started();
  const stream = listen(chat.streamUrl);
  await stream.opened;
  stream.socket.send('');
  stream.socket.send('');
  const heard = stream.next();
  await says(chat.id, '还连着');
  await heard;
  assert.equal(stream.frames.at(-1).activities[0].text, '还连着');
  stream.socket.close();
  await stream.ended;
});
check('every socket of a conversation hears everything, and no other conversation', async () => {
  const chat = await started(), other = await started();
  const [one, two, stranger] = [chat, chat, other].map(({ streamUrl }) => listen(streamUrl));
  await Promise.all([one.opened, two.opened, stranger.opened]);
  const both = Promise.all([one.next(), two.next()]);
  await says(chat.id, '两个窗口');
  await both;
  const ids = [one, two].map(stream => stream.frames.flatMap(frame => frame.activities).map(activity => activity.id));
  assert.deepEqual(ids[0], ids[1]);
  assert.equal(stranger.frames.length, 0);
  for (const stream of [one, two, stranger]) stream.socket.close();
});
check('a stream is opened within a minute or not at all', async () => {
  const chat = await started();
  await passes(61);
  await assert.rejects(listen(chat.streamUrl).opened, { status: 403 });
});
check('a stream needs its credential and a socket; voice is not there', async () => {
  const chat = await started();
  await assert.rejects(listen(chat.streamUrl.split('?')[0]).opened, { status: 403 });
  await assert.rejects(listen(`${chat.streamUrl.split('?')[0]}?t=${chat.token}`).opened, { status: 403 });
  refusedWith(await send('GET', chat.streamUrl.replace('ws:', 'http:')), 400);
  refusedWith(await send('GET', `${root}/conversations/${chat.id}/stream/multimodal`), 404);
  refusedWith(await send('GET', '/session/getsessionid', { token: chat.token }), 404);
});
check('an expired token is 403 TokenExpired everywhere', async () => {
  const chat = await started();
  await passes(1801);
  refusedWith(await post(chat, { text: '甲' }), 403, 'TokenExpired');
  refusedWith(await history(chat), 403, 'TokenExpired');
  refusedWith(await send('POST', '/tokens/refresh', { token: chat.token }), 403, 'TokenExpired');
});
check('the client whose token expired is told, and goes on with a new one', async () => {
  const { token, conversationId } = await generate();
  const one = client({ token });
  await one.status(ConnectionStatus.Online);
  const fresh = (await send('POST', '/tokens/refresh', { token })).json.token;
  await passes(1000);
  const later = (await send('POST', '/tokens/refresh', { token: fresh })).json.token;
  await passes(1000);
  assert.equal(await one.post({ text: '甲' }), 'retry');
  await one.status(ConnectionStatus.ExpiredToken);
  one.line.reconnect((await send('GET', `/conversations/${conversationId}?watermark=${one.line.watermark}`, { token: later })).json);
  await one.post({ text: '乙' });
  await one.heard('收到：乙');
  one.close();
});
check('the client uploads several files with Chinese names', async () => {
  const one = client({ token: (await generate()).token });
  await one.status(ConnectionStatus.Online);
  const dataUrl = `data:text/plain;base64,${Buffer.from('签约项目').toString('base64')}`;
  await one.post({ text: '佐证', attachments: ['项目明细.txt', '项目明细.txt'].map(name => ({ contentType: 'application/x-msdownload', contentUrl: dataUrl, name })) });
  await one.heard('收到：佐证');
  const { attachments } = one.activities[0];
  assert.equal(attachments.length, 2);
  assert.equal(attachments[0].name, '项目明细.txt');
  const file = await send('GET', attachments[0].contentUrl);
  assert.equal(file.text, '签约项目');
  assert.equal(file.headers.get('content-type'), 'text/plain');
  assert.equal(file.headers.get('x-content-type-options'), 'nosniff');
  assert.match(file.headers.get('content-disposition'), /^attachment;.*filename\*=UTF-8''%E9%A1%B9/);
  one.close();
});
check('one file may be the whole body', async () => {
  const chat = await started();
  const answer = await send('POST', `/conversations/${chat.id}/upload?userId=dl_ann`, {
    token: chat.token, raw: '%PDF-1.7 …', headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': 'name="file"; filename="x.pdf"' },
  });
  assert.equal(answer.status, 200);
  assert.equal((await history(chat)).json.activities[0].attachments[0].contentType, 'application/pdf');
});
check('a program is refused with a sentence, whatever it calls itself', async () => {
  for (const [name, content] of [['工具.exe', 'MZ\0\0'], ['照片.jpg', 'MZ\u0000\u0001'], ['x.sh', 'echo'], ['明细.pdf', '#!/bin/sh\n'], ['页.html', '<html>'], ['空.txt', '']]) {
    const chat = await started();
    const form = new FormData();
    form.append('file', new Blob([content], { type: 'application/pdf' }), name);
    refusedWith(await upload(chat, form), 415, 'UnsupportedFile');
    const [sentence] = (await history(chat)).json.activities;
    assert.equal(sentence.from.role, 'bot');
    assert.match(sentence.text, new RegExp(name));
  }
});
check('a file that is too large is 413 and leaves nothing', async () => {
  const chat = await started();
  const form = new FormData();
  form.append('activity', activityPart({ type: 'message', text: '大文件' }));
  form.append('file', new Blob([Buffer.alloc(21 * 1024 * 1024, 'a')]), '大.txt');
  refusedWith(await upload(chat, form), 413);
  assert.ok(!texts(await history(chat)).includes('大文件'));
});
check('an upload without a file, or torn, is 400', async () => {
  const chat = await started();
  const form = new FormData();
  form.append('activity', activityPart({ type: 'message', text: '没有附件' }));
  refusedWith(await upload(chat, form), 400);
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x' };
  refusedWith(await send('POST', `/conversations/${chat.id}/upload`, { token: chat.token, raw: '--x\r\nno end', headers }), 400);
});

let failed = 0;
for (const [name, run] of checks) {
  try {
    await run();
    console.log(`ok ${name}`);
  } catch (failure) {
    failed++;
    console.log(`not ok ${name}: ${failure.message.split('\n').slice(0, 12).join(' | ')} ${failure.stack.match(/conformance\.mjs:\d+/) ?? ''}`);
  }
}
console.log(`${checks.length - failed} of ${checks.length} at ${origin}`);
process.exit(failed ? 1 : 0);
