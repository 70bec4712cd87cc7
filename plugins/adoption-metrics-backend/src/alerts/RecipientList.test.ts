import { allOn } from './__testUtils__/rules';
import { RecipientList } from './RecipientList';

const ada = 'user:default/ada';
const team = 'group:default/team';
const leads = 'group:default/leads';

function listOf(stored: string[] | undefined) {
  return new RecipientList({
    config: {
      recipients: [team],
      rules: { ...allOn, digest: { enabled: true, recipients: [leads] } },
    } as never,
    deadlines: {
      current: async () => stored && ({ recipients: stored } as never),
    },
  });
}

describe('RecipientList', () => {
  it('has those of the configuration and those of the deadline, each once', async () => {
    const list = listOf([ada, team]);
    expect(await list.of('deadline')).toEqual([team, ada]);
    expect(await list.of('digest')).toEqual([leads, ada, team]);
    expect(await list.ofAll(['deadline', 'digest'])).toEqual([
      team,
      ada,
      leads,
    ]);
  });

  it('has those of the configuration alone without a deadline', async () => {
    expect(await listOf(undefined).of('metric')).toEqual([team]);
  });
});
