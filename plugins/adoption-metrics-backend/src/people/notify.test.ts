import { failureCodeOf } from '../failures';
import { notify } from './notify';

const never = new AbortController().signal;
const recipients = { type: 'entity' as const, entityRef: 'user:default/ada' };

function send(title: string, fail?: Error) {
  const service = {
    send: jest.fn(async () => {
      if (fail) {
        throw fail;
      }
    }),
  };
  const payload = { title, link: '/adoption' };
  const sent = notify(service, { recipients, payload }, never);
  return { service, sent };
}

describe('notify', () => {
  it('calls nobody where a module sends it to a chat', async () => {
    const { service, sent } = send('<!channel> a < b \u202e');
    await sent;
    expect(service.send).toHaveBeenCalledWith({
      recipients,
      payload: { title: '<\u200b!channel> a < b  ', link: '/adoption' },
    });
  });

  it.each([
    ['Error: Request failed with status 404', 'http-404'],
    ['TypeError: fetch failed', 'unreachable'],
    ['https://ada:secret@example.com', 'failed'],
  ])('fails with a code where Backstage says %s', async (text, code) => {
    const { sent } = send('x', new Error(`Failed to send: ${text}`));
    const error = await sent.catch(thrown => thrown);
    expect(failureCodeOf(error)).toBe(code);
  });
});
