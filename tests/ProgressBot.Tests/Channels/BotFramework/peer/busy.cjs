// The SDK's client posts one message to the bot; the Connector it names is in trouble: it keeps the first request waiting, is then too busy in three ways, and at last
// takes the answer without a word. Usage: node busy.cjs BOT-URL; prints one JSON document when the answer was taken.
const http = require('node:http');
const { createBotFrameworkAuthenticationFromConfiguration } = require('botbuilder');
const check = require('./check.cjs');

const client = createBotFrameworkAuthenticationFromConfiguration(null).createBotFrameworkClient();
const answers = [null, 429, 412, 502, 202];
const calls = [];

const server = http.createServer((request, response) => {
  let body = '';
  request.on('data', part => (body += part));
  request.on('end', () => {
    const activity = JSON.parse(body);
    check(activity);
    const status = answers[calls.length] ?? 500;
    calls.push({ url: request.url, text: activity.text, replyToId: activity.replyToId });
    if (calls.length === 1) return; // until the bot gives up
    response.writeHead(status, status === 202 ? {} : { 'Retry-After': '0' }).end();
    if (status === 202) response.on('close', finish);
  });
});

function finish() {
  process.stdout.write(JSON.stringify({ calls }));
  server.close();
  server.closeAllConnections();
}

server.listen(0, '127.0.0.1', async () => {
  const serviceUrl = `http://127.0.0.1:${server.address().port}`;
  const answer = await client.postActivity('', '', `${process.argv[2]}/api/messages`, serviceUrl, 'c', {
    type: 'message', id: 'm1', channelId: 'emulator', serviceUrl, from: { id: 'user', name: '王芳' }, recipient: { id: 'bot', name: 'Bot' },
    conversation: { id: 'c', name: 'Emulator', isGroup: false, conversationType: 'personal' }, locale: 'zh-CN', text: '帮助',
  });
  if (answer.status !== 200) throw new Error(`the bot answered ${answer.status}`);
});
