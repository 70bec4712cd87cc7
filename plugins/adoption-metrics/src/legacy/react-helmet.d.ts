// The types of react-helmet come with no package that a portal installs.
declare module 'react-helmet' {
  export function Helmet(props: { title: string }): JSX.Element;
}
