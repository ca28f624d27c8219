/** The view "strengthen the social space": which area, on one side of the map, and what it has and lacks on the other. */
export { SocialChoices as Choices } from "./social-choices.js";
export { SocialResult as Result } from "./social-result.js";
