import { Button } from '@backstage/ui';
import type { Annotation } from 'backstage-plugin-adoption-metrics-common';
import { useState, type FormEvent } from 'react';
import { dayOf, useLanguage, type Language } from '../../ui/format';
import { useAnswer } from '../../api';
import { DataTable, type Column } from '../../ui/table';
import { Loadable } from '../../ui/loading/Loadable';
import { reasonOf } from '../../ui/loading/failures';
import { annotationText } from '../../ui/history';
import { PersonName } from '../../ui/PersonName';
import { Section } from '../../ui/Section';
import { useAnnotationChange } from '../../api/useAnnotationChange';
import styles from '../../ui/layout.module.css';

/** What happened and what was decided, as every history shows it. */
export function AnnotationsSection(props: {
  timeZone: string;
  onChanged: () => void;
}) {
  const language = useLanguage();
  const { t } = language;

  const loaded = useAnswer('GET /annotations');
  const { add, remove, pending, error } = useAnnotationChange(() => {
    loaded.reload();
    props.onChanged();
  });
  return (
    <Section title={t('deadline.annotations.title')}>
      <div className={styles.stack}>
        <Loadable
          loaded={loaded}
          subject={t('deadline.annotations.subject')}
          skeleton={null}
        >
          {({ annotations }) =>
            annotations.length === 0 ? (
              <p className={styles.quiet}>{t('deadline.annotations.empty')}</p>
            ) : (
              <DataTable
                name={t('deadline.annotations.tableName')}
                columns={columnsWith(remove, language)}
                rows={[...annotations].reverse()}
                rowKey={({ id }) => String(id)}
              />
            )
          }
        </Loadable>
        <AnnotationForm
          today={dayOf(new Date().toISOString(), props.timeZone)}
          pending={pending}
          onAdd={add}
        />
        {error && (
          <p role="alert" className={styles.failure}>
            {t('common.changeFailed', { reason: reasonOf(error, t) })}
          </p>
        )}
      </div>
    </Section>
  );
}

function columnsWith(
  remove: (id: number) => void,
  { t, format }: Language,
): Array<Column<Annotation>> {
  return [
    {
      id: 'day',
      label: t('deadline.annotations.day'),
      cell: ({ day }) => format.date(day),
    },
    {
      id: 'text',
      label: t('deadline.annotations.text'),
      cell: annotation => annotationText(annotation, t),
    },
    {
      id: 'by',
      label: t('deadline.annotations.writtenBy'),
      cell: ({ writtenBy }) => <PersonName entityRef={writtenBy} />,
    },
    {
      id: 'remove',
      label: t('deadline.annotations.actions'),
      // A decision is taken away where it was recorded.
      cell: ({ id, text, decision }) =>
        decision ? null : (
          <Button
            variant="tertiary"
            aria-label={t('deadline.annotations.removeLabel', { text })}
            onPress={() => remove(id)}
          >
            {t('deadline.annotations.remove')}
          </Button>
        ),
    },
  ];
}

function AnnotationForm(props: {
  today: string;
  pending: boolean;
  onAdd: ReturnType<typeof useAnnotationChange>['add'];
}) {
  const { today, pending, onAdd } = props;
  const { t } = useLanguage();

  const [day, setDay] = useState(today);
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAdd({ day, text });
    setText('');
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <label className={styles.field}>
        <span>{t('deadline.annotations.day')}</span>
        <input
          type="date"
          value={day}
          max={today}
          required
          onChange={event => setDay(event.target.value)}
        />
      </label>
      <label className={styles.field}>
        <span>{t('deadline.annotations.whatHappened')}</span>
        <input
          type="text"
          value={text}
          maxLength={200}
          required
          onChange={event => setText(event.target.value)}
        />
      </label>
      <div className={styles.buttons}>
        <Button variant="secondary" type="submit" isPending={pending}>
          {t('deadline.annotations.add')}
        </Button>
      </div>
    </form>
  );
}
