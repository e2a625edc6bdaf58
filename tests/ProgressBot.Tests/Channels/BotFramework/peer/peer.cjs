// The Bot Framework SDK for JavaScript in the channel's place: its client posts to the bot, a server of its own is the Connector, and its adapter
// and schema read whatever the bot says. Usage: node peer.cjs BOT-URL; prints one JSON document.
const http = require('node:http');
const { CloudAdapter, createBotFrameworkAuthenticationFromConfiguration } = require('botbuilder');
const check = require('./check.cjs');

const bot = `${process.argv[2]}/api/messages`;
const authentication = createBotFrameworkAuthenticationFromConfiguration(null);
const client = authentication.createBotFrameworkClient();
const adapter = new CloudAdapter(authentication);
const connector = [];

const server = http.createServer((request, response) => {
  let body = '';
  request.on('data', part => (body += part));
  request.on('end', () => {
    connector.push({ method: request.method, url: request.url, activity: JSON.parse(body) });
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ id: `c${connector.length}` }));
  });
});

// what a bot on the SDK would see of it
async function read(activity, serviceUrl) {
  check(activity);
  let seen;
  let status;
  const response = { status: code => (status = code), send() {}, header() {}, end() {} };
  await adapter.process({ method: 'POST', headers: {}, body: { id: 'x', serviceUrl, ...activity } }, response, async turn => {
    const { type, text, replyToId, attachments, suggestedActions } = turn.activity;
    seen = { type, text, replyToId, cards: attachments?.length ?? 0, buttons: suggestedActions?.actions?.map(action => action.value) ?? [] };
  });
  return { status, ...seen };
}

server.listen(0, '127.0.0.1', async () => {
  const serviceUrl = `http://127.0.0.1:${server.address().port}`;
  const post = (activity) => client.postActivity('', '', bot, serviceUrl, 'conversation|1', {
    channelId: 'emulator', serviceUrl, from: { id: 'user', name: '王芳' }, recipient: { id: 'bot', name: 'Bot' },
    conversation: { id: 'conversation|1', name: 'Emulator', isGroup: false, conversationType: 'personal' }, locale: 'zh-CN', ...activity,
  });
  const expected = await post({ type: 'message', id: 'm1', text: '我的任务', deliveryMode: 'expectReplies' });
  const normal = await post({ type: 'message', id: 'm2', text: '进度' });
  const joined = await post({ type: 'conversationUpdate', id: 'm3', membersAdded: [{ id: 'user', name: '王芳' }, { id: 'bot', name: 'Bot' }] });
  const tapped = await post({ type: 'invoke', id: 'm4', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: 'tap', data: { text: '确认' } }, trigger: 'manual' } });
  const unknown = await post({ type: 'invoke', id: 'm5', name: 'composeExtension/query', value: {} });
  const replies = await Promise.all(expected.body.activities.map(activity => read(activity, serviceUrl)));
  const sent = await Promise.all(connector.map(async call => ({ method: call.method, url: call.url, ...(await read(call.activity, serviceUrl)) })));
  const statuses = [expected, normal, joined, tapped, unknown].map(answer => answer.status);
  process.stdout.write(JSON.stringify({ statuses, replies, sent, tapped: tapped.body }));
  server.close();
  server.closeAllConnections();
});
