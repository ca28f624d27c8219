package org.sozialradar.ingest.boundary;

import java.util.List;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.ingest.FieldSettings.KeyType;
import org.sozialradar.ingest.InvalidSettingException;
import org.sozialradar.ingest.ResourceSettings;

/**
 * How a table of named groups of areas is read: a row for each member.
 *
 * @param level level of the groups, which the manifest declares as one of groups
 * @param memberLevel level of the members; absent means municipalities
 * @param editions editions in which the groups are formed
 * @param columns columns of the table
 */
public record GroupSettings(
    String level, String memberLevel, List<String> editions, GroupColumns columns)
    implements ResourceSettings {

  /**
   * Columns of a table of groups.
   *
   * @param group name of the group
   * @param member key of the member
   * @param memberType form of the key; absent means the usual one of its level
   */
  public record GroupColumns(String group, String member, KeyType memberType) {
    public GroupColumns {
      InvalidSettingException.requireText(group, "columns.group");
      InvalidSettingException.requireText(member, "columns.member");
    }
  }

  public GroupSettings {
    InvalidSettingException.requireText(level, "level");
    memberLevel = InvalidSettingException.orElse(memberLevel, AreaLevel.MUNICIPALITY.id());
    editions = List.copyOf(InvalidSettingException.require(editions, "editions"));
    if (editions.isEmpty()) {
      throw new InvalidSettingException("„editions“ ist leer", "'editions' is empty");
    }
    InvalidSettingException.require(columns, "columns");
    columns =
        new GroupColumns(
            columns.group(),
            columns.member(),
            InvalidSettingException.orElse(
                columns.memberType(), AreaColumns.usualKeyType(memberLevel)));
  }
}
