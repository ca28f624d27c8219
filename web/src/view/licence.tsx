import type { Licence } from "../api/types.js";

/** The title of a licence, as a link where its text can be read on the web. */
export function LicenceName({ licence }: { readonly licence: Licence }) {
  if (!/^https?:\/\//.test(licence.url)) return <>{licence.title}</>;
  return (
    <a href={licence.url} rel="license noreferrer">
      {licence.title}
    </a>
  );
}
