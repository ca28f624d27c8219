/** The view "incident": where something happens on one side of the map, who and what is there on the other. */
export { IncidentChoices as Choices } from "./incident-choices.js";
export { IncidentResult as Result } from "./incident-result.js";
