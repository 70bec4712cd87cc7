import { Button } from '@backstage/ui';
import type {
  Choice,
  ChoiceList,
} from 'backstage-plugin-adoption-metrics-common';
import { useState, type FormEvent } from 'react';
import { useAnswer } from '../../api';
import { useChoiceChange } from '../../api/useChoiceChange';
import { chosenTitle } from '../../ui/deadline/chosenTitle';
import { dayOf, useLanguage, type Language } from '../../ui/format';
import { reasonOf } from '../../ui/loading/failures';
import { LoadedSection } from '../../ui/loading/LoadedSection';
import { DataTable, type Column } from '../../ui/table';
import { choicesId } from './sections';
import layout from '../../ui/layout.module.css';
import { InputField } from '../../ui/InputField';

interface ChoicesSectionProps {
  /** Called once a decision is recorded, or taken away. */
  onChanged: () => void;
}

/** What was decided so far, and the form that records what is decided now. */
export function ChoicesSection({ onChanged }: ChoicesSectionProps) {
  const { t } = useLanguage();

  const loaded = useAnswer('GET /decision/choices');
  const changed = () => {
    loaded.reload();
    onChanged();
  };
  return (
    <LoadedSection
      title={t('decision.form.title')}
      id={choicesId}
      description={t('decision.form.advice')}
      loaded={loaded}
      height={300}
    >
      {list => <Choices list={list} onChanged={changed} />}
    </LoadedSection>
  );
}

function Choices(props: { list: ChoiceList; onChanged: () => void }) {
  const { list, onChanged } = props;
  const language = useLanguage();
  const { t } = language;

  const { choices, mayChoose } = list;
  const { add, remove, pending, error } = useChoiceChange(onChanged);
  return (
    <div className={layout.stack}>
      {mayChoose && (
        <ChoiceForm
          key={choices.length}
          list={list}
          pending={pending}
          onAdd={add}
        />
      )}
      {error && (
        <p role="alert" className={layout.failure}>
          {t('decision.form.failed', { reason: reasonOf(error, t) })}
        </p>
      )}
      {choices.length > 0 ? (
        <DataTable
          name={t('decision.form.history')}
          columns={choiceColumns(mayChoose ? remove : undefined, language)}
          rows={choices}
          rowKey={({ id }) => String(id)}
        />
      ) : (
        <p className={layout.quiet}>{t('decision.form.none')}</p>
      )}
    </div>
  );
}

function ChoiceForm(props: {
  list: ChoiceList;
  pending: boolean;
  onAdd: ReturnType<typeof useChoiceChange>['add'];
}) {
  const { list, pending, onAdd } = props;
  const { t } = useLanguage();

  const today = dayOf(new Date().toISOString(), list.timeZone);
  const [day, setDay] = useState(today);
  const [option, setOption] = useState('');
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAdd({ day, option, text });
  };
  return (
    <form className={layout.stack} onSubmit={submit}>
      <fieldset className={layout.options}>
        <legend>{t('decision.form.question')}</legend>
        {list.choosable.map(({ id, title }) => (
          <label key={id}>
            <input
              type="radio"
              name="decision"
              value={id}
              required
              checked={option === id}
              onChange={() => setOption(id)}
            />
            <span>{chosenTitle({ id, title }, { t })}</span>
          </label>
        ))}
      </fieldset>
      <div className={layout.form}>
        <InputField
          label={t('decision.form.reason')}
          value={text}
          required
          maxLength={200}
          onChange={setText}
        />
        <InputField
          type="date"
          label={t('decision.form.day')}
          value={day}
          max={today}
          required
          onChange={setDay}
        />
      </div>
      <div>
        <Button variant="primary" type="submit" isPending={pending}>
          {t('decision.form.submit')}
        </Button>
      </div>
    </form>
  );
}

/** @param remove - for those who may */
function choiceColumns(
  remove: ((id: number) => void) | undefined,
  { t, format }: Language,
): Array<Column<Choice>> {
  const columns: Array<Column<Choice>> = [
    {
      id: 'option',
      label: t('decision.form.decided'),
      cell: ({ option }) => chosenTitle(option, { t }),
    },
    {
      id: 'day',
      label: t('decision.form.day'),
      cell: ({ day }) => format.date(day),
    },
    {
      id: 'text',
      label: t('decision.form.reason'),
      cell: ({ text }) => text,
    },
    {
      id: 'by',
      label: t('decision.form.recordedBy'),
      cell: ({ writtenBy }) => writtenBy ?? t('common.deletedUser'),
    },
  ];
  return remove
    ? [
        ...columns,
        {
          id: 'remove',
          label: t('decision.form.actions'),
          cell: ({ id, text }) => (
            <Button
              variant="tertiary"
              aria-label={t('decision.form.removeLabel', { text })}
              onPress={() => remove(id)}
            >
              {t('decision.remove')}
            </Button>
          ),
        },
      ]
    : columns;
}
