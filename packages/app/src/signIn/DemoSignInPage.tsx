import { useCallback, useState } from 'react';
import { ProxiedSignInPage } from '@backstage/core-components';
import { IdentityApi } from '@backstage/frontend-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { PersonChooser } from './PersonChooser';
import { forgetPerson, recallPerson, rememberPerson } from './rememberedPerson';

function forgetOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    getProfileInfo: () => identity.getProfileInfo(),
    signOut: async () => {
      forgetPerson();
      await identity.signOut();
    },
  };
}

/**
 * Signs in as any person of the demo through the `demo` provider, and remembers
 * the choice until sign-out.
 */
export function DemoSignInPage({ onSignInSuccess }: SignInPageProps) {
  const [choice, setChoice] = useState({ attempt: 0, person: recallPerson() });
  const choose = useCallback((person: string) => {
    rememberPerson(person);
    setChoice(({ attempt }) => ({ attempt: attempt + 1, person }));
  }, []);
  const ChooseAgain = useCallback(
    ({ error }: { error?: Error }) => (
      <PersonChooser onChoose={choose} error={error} />
    ),
    [choose],
  );

  if (!choice.person) {
    return <PersonChooser onChoose={choose} />;
  }
  return (
    <ProxiedSignInPage
      key={choice.attempt}
      provider="demo"
      headers={{ 'x-demo-person': choice.person }}
      onSignInSuccess={identity => onSignInSuccess(forgetOnSignOut(identity))}
      ErrorComponent={ChooseAgain}
    />
  );
}
