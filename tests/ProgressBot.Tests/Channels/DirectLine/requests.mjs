// Tokens, conversations and activities, by plain requests.
import assert from 'node:assert/strict';
import { generate, history, listen, post, secret, send, started } from './client.mjs';
import { check, claims, refusedWith, texts, upload } from './checks.mjs';

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
