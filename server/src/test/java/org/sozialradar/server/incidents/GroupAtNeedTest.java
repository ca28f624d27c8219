package org.sozialradar.server.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sozialradar.incident.PeopleShare;

/** What follows for a group from where people live. */
class GroupAtNeedTest {
  private static final PeopleShare NOBODY = new PeopleShare(0, 0, 0);

  @Test
  void wherePeopleLiveSaysNotWhichOfThem() {
    assertThat(GroupAtNeed.ofGroup(new PeopleShare(0.5, 0.4, 0.6)))
        .isEqualTo(new PeopleShare(0.5, 0, 1));
  }

  @Test
  void allPeopleAndNobodyHoldForEveryGroup() {
    assertThat(GroupAtNeed.ofGroup(PeopleShare.ALL)).isEqualTo(PeopleShare.ALL);
    assertThat(GroupAtNeed.ofGroup(NOBODY)).isEqualTo(NOBODY);
  }
}
