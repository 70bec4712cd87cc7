import { Header } from '@backstage/ui';
import type { MyData } from 'backstage-plugin-adoption-metrics-common';
import { useAnswer } from '../../api';
import { Loadable } from '../../ui/loading/Loadable';
import { onSurface, PageContent, SectionSkeleton } from '../../ui/Section';
import { ActiveDaysSection } from './ActiveDaysSection';
import { ChoiceSection } from './ChoiceSection';
import { GuestNotice } from './GuestNotice';
import { ProofsSection } from './ProofsSection';
import { SpansSection } from './SpansSection';
import { SummarySection } from './SummarySection';
import { useLanguage } from '../../ui/format';

/** What is held about the person who looks; open to everybody. */
export function MyDataPage() {
  const { t } = useLanguage();

  const mine = useAnswer('GET /me');
  return (
    <>
      <Header title={t('myData.title')} description={t('myData.description')} />
      <PageContent>
        <Loadable
          loaded={mine}
          subject={t('myData.subject')}
          skeleton={<SectionSkeleton height={420} />}
          frame={onSurface}
        >
          {value =>
            value.guest ? (
              <GuestNotice />
            ) : (
              <MyDataSections data={value} onChanged={mine.reload} />
            )
          }
        </Loadable>
      </PageContent>
    </>
  );
}

function MyDataSections(props: { data: MyData; onChanged: () => void }) {
  const { data, onChanged } = props;
  return (
    <>
      <SummarySection data={data} />
      <ChoiceSection optedOut={data.optedOut} onChanged={onChanged} />
      <ProofsSection data={data} />
      <ActiveDaysSection data={data} />
      <SpansSection data={data} />
    </>
  );
}
