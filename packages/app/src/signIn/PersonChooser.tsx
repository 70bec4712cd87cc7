import { Alert, Avatar, Text } from '@backstage/ui';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Person, readPeople } from './people';
import styles from './PersonChooser.module.css';

function PersonButton(props: { person: Person; onPress: () => void }) {
  const { name, role, team } = props.person;
  return (
    <button type="button" className={styles.person} onClick={props.onPress}>
      <Avatar src="" name={name} size="large" purpose="decoration" />
      <span className={styles.words}>
        <Text as="span" variant="body-large" weight="bold">
          {name}
        </Text>{' '}
        <Text as="span">{role}</Text> <Text as="span">{team}</Text>
      </span>
    </button>
  );
}

function SignInFailed(props: { error: Error }) {
  return (
    <div role="alert">
      <Alert
        status="danger"
        icon
        title={`Signing in did not work: ${props.error.message}`}
        description="The portal may still be reading its catalog. Try again in a moment."
      />
    </div>
  );
}

/** Lets users choose a person, and shows why the last attempt failed. */
export function PersonChooser(props: {
  onChoose: (userEntityRef: string) => void;
  error?: Error;
}) {
  const config = useApi(configApiRef);
  return (
    <main className={styles.page}>
      <header className={styles.words}>
        <Text as="h1" variant="title-medium" weight="bold">
          {config.getString('app.title')}
        </Text>
        <Text as="p" variant="body-large" color="secondary">
          Choose who you are. This is a demonstration: no password needed.
        </Text>
      </header>
      {props.error && <SignInFailed error={props.error} />}
      <ul className={styles.people} aria-label="People">
        {readPeople(config).map(person => (
          <li key={person.userEntityRef}>
            <PersonButton
              person={person}
              onPress={() => props.onChoose(person.userEntityRef)}
            />
          </li>
        ))}
      </ul>
    </main>
  );
}
