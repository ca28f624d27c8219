/** The view "my town": which place, and all that is published of it on one page. */
export { PlaceChoices as Choices } from "./place-choices.js";
export { PlacePage as Result } from "./place-page.js";
