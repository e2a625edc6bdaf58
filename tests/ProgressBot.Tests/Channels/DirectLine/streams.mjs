// Streams, expiry and uploads, mostly by the real client library.
import assert from 'node:assert/strict';
import { ConnectionStatus, client, generate, history, listen, passes, post, root, says, send, sockets, started } from './client.mjs';
import { activityPart, check, refusedWith, texts, upload } from './checks.mjs';

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
