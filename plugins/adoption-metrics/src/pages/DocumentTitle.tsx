import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect } from 'react';
import { Helmet } from 'react-helmet';

/** Names the page in the browser's tab and history: "Uptime · Adoption". */
export function DocumentTitle(props: { title: string }) {
  const app = useApi(configApiRef).getOptionalString('app.title');
  // Not every page of an app sets a title; ours must not outlive it.
  useEffect(
    () => () => {
      document.title = app ?? 'Backstage';
    },
    [app],
  );
  return <Helmet title={`${props.title} · Adoption`} />;
}
