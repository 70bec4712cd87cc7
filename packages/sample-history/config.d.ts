export interface Config {
  sampleHistory?: {
    /** Whether a portal without a past gets an invented one; true by default. */
    enabled?: boolean | string;
    /**
     * The folder whose YAML files describe the company of the story, relative
     * to the working directory of the backend; `./catalog` by default.
     */
    catalogDirectory?: string;
  };
}
