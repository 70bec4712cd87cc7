import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect } from 'react';
import { Helmet } from 'react-helmet';
import { useLanguage } from '../ui/format';
import type { PageName } from './tabs';

/** Names the page in the browser's tab and history: "Uptime · Adoption". */
export function DocumentTitle(props: { page: PageName }) {
  const { t } = useLanguage();
  const app = useApi(configApiRef).getOptionalString('app.title');
  // Not every page of an app sets a title; ours must not outlive it.
  useEffect(
    () => () => {
      document.title = app ?? 'Backstage';
    },
    [app],
  );
  const page = t(`common.page.${props.page}`);
  return <Helmet title={`${page} · ${t('common.page.adoption')}`} />;
}
