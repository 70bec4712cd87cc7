export interface Config {
  adoptionMetrics?: {
    collector?: {
      /**
       * Whether browsers report interactions and page loads. `true` by default;
       * `false` sends nothing.
       *
       * @visibility frontend
       */
      enabled?: boolean;
      /**
       * Origins whose use counts, such as `https://portal.example.com`. Use at
       * any other origin is not reported. By default the origin of
       * `app.baseUrl`. Backstage replaces that origin with the visited one
       * where app and backend share it, so name the origins here if the same
       * installation also answers at addresses that must not count.
       *
       * @items.visibility frontend
       */
      origins?: Array<string>;
      /**
       * Share of documents whose navigations and page loads are reported,
       * between 0 and 1; 1 by default. Interactions are never sampled.
       *
       * @visibility frontend
       */
      pageLoadSampling?: number;
      /**
       * Whether automated browsers (`navigator.webdriver`) are reported too;
       * `false` by default, because checks and tests are not people.
       *
       * @visibility frontend
       */
      automatedBrowsers?: boolean;
    };
  };
}
