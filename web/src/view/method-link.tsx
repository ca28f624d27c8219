import type { ValuesAnswer } from "../api/types.js";
import { paths } from "../api/radar-api.js";
import type { Props } from "./props.js";
import { measureIn } from "./view-data.js";

/** The way to how a result was computed; nothing for values that were brought along. */
export function MethodLink({ model, t, values }: Props & { readonly values: ValuesAnswer }) {
  if (measureIn(model, values).computed === null) return null;
  return (
    <a class="note method-link" href={paths.method(values.indicator, values.period)}>
      {t("result.method")}
    </a>
  );
}
