package mosaicmatch.local.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SampleHasEnoughPeopleTest {

  @Test
  void sampleHasAtLeastTwoHundredValidDistinctPeople() {
    var sample = PeopleFile.sample();
    assertThat(sample.rejected()).isEmpty();
    assertThat(sample.people()).hasSizeGreaterThanOrEqualTo(200);
    assertThat(sample.people()).extracting(Person::userId).doesNotHaveDuplicates();
    assertThat(sample.people()).extracting(Person::text).doesNotHaveDuplicates();
  }
}
