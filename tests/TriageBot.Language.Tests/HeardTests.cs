using TriageBot.Protocols.Findings;

namespace TriageBot.Language.Tests;

/// <summary>Single texts, and each finding that is read in them with the attributes that routes depend on.</summary>
public class HeardTests
{
    [Theory]
    [InlineData("I've not, I've not been able to, to pee since last night", "bladder_bowel")]
    [InlineData("there's, like, a weight, you know, on my chest", "chest_pain")]
    [InlineData("a fizzy feeling, it is what it is, in my fingers", "tingling")]
    public void What_is_begun_twice_or_said_in_passing_parts_nothing(string text, string expected) =>
        Assert.Equal(expected, Heard(text));

    [Theory]
    [InlineData("I looked for a cough and there isn't one")]
    [InlineData("I was worried I'd have trouble breathing but I don't")]
    [InlineData("chills? I have none")]
    [InlineData("fever no she is fine")]
    public void A_denial_may_speak_back_of_what_was_named(string text) =>
        Assert.All(
            Shipped.Reader.Read(text, "en").Mentions.Where(m => m.Observation.Finding != "temperature"),
            m => Assert.Equal(Polarity.Absent, m.Observation.Polarity)
        );

    [Theory]
    [InlineData("I took 12 percocet", "overdose")]
    [InlineData("I swallowed 30 tylenol", "overdose temperature")]
    [InlineData("took twelve oxycodone", "overdose")]
    [InlineData("tomé 20 pastillas", "overdose")]
    [InlineData("me tomé 20 pastillas", "overdose")]
    [InlineData("took 2 tylenol", "")]
    [InlineData("took 500 mg tylenol", "")]
    [InlineData("took 4 steps", "")]
    [InlineData("tomé 2 pastillas", "")]
    public void Many_pills_are_an_overdose(string text, string expected) => Assert.Equal(expected, Heard(text));

    [Theory]
    [InlineData("I am short of breath same as before the procedure", "shortness_of_breath")]
    [InlineData("breathing same as before", "")]
    [InlineData("it quit leaking", "")]
    public void What_is_well_in_a_part_of_a_complaint_takes_nothing_from_it(string text, string expected) =>
        Assert.Equal(expected, Heard(text));

    [Theory]
    [InlineData("si me duele el pecho", "chest_pain?")]
    [InlineData("si siento la pierna dormida", "numbness?:limb")]
    [InlineData("no tengo fiebre pero si me duele el pecho", "chest_pain?")]
    public void A_Spanish_si_without_a_consequence_may_be_a_yes(string text, string expected) =>
        Assert.Equal(expected, Heard(text));

    [Theory]
    [InlineData("mi mama tiene los labios morados y no puede respirar, que hago?")]
    [InlineData("tuvo una convulsion, a donde la llevo?")]
    [InlineData("mi papa dice que le duele el pecho cuando respira")]
    [InlineData("me preocupa que no puedo mover la pierna")]
    [InlineData("estoy preocupada por mi mama, no puede respirar")]
    [InlineData("no tengo hambre, tengo dolor de pecho")]
    [InlineData("no he comido y me falta el aire")]
    public void Who_asks_what_to_do_or_worries_speaks_of_what_is_so(string text) =>
        Assert.Equal("emergency", Understanding.Describe(Shipped.Reader, text, "es").Floor);

    [Theory]
    [InlineData("tiene dolor de pecho?")]
    [InlineData("me preocupa que me duela el pecho")]
    [InlineData("tengo miedo de que se me paralice la pierna")]
    [InlineData("no tengo hambre, fiebre ni dolor de pecho")]
    [InlineData("sin fiebre ni tampoco dolor en el pecho")]
    public void Who_is_asked_or_fears_says_nothing_of_it(string text) =>
        Assert.NotEqual("emergency", Understanding.Describe(Shipped.Reader, text, "es").Floor);

    [Theory]
    [InlineData("s\u00ED me duele el pecho", "chest_pain")]
    [InlineData("s\u00ED siento la pierna dormida", "numbness:limb")]
    [InlineData("no tengo fiebre pero s\u00ED me duele el pecho", "chest_pain")]
    public void An_accent_makes_a_yes_of_it(string text, string expected) => Assert.Equal(expected, Heard(text));

    [Theory]
    [InlineData("si me da fiebre qu\u00E9 hago")]
    [InlineData("\u00BFy si me duele el pecho?")]
    [InlineData("si me duele el pecho llamo al 911")]
    [InlineData("s\u00ED me duele el pecho a qui\u00E9n llamo")]
    [InlineData("si tiene fiebre de ciento dos grados o superior")]
    public void A_Spanish_si_with_one_supposes(string text) =>
        Assert.DoesNotContain(
            Shipped.Reader.Read(text, "es").Mentions,
            m =>
                m.IsCurrent()
                && m.Observation.Finding is "chest_pain" or "fever"
                && m.Observation.When != When.Hypothetical
        );

    [Theory]
    [InlineData("he's at 103 chills and sweats", "chills fever temperature")]
    [InlineData("I'm at 101 sometimes", "fever temperature")]
    [InlineData("he is at 39 chills all night", "chills fever temperature")]
    [InlineData("it says 39 bags", "")]
    public void What_a_thermometer_shows_is_no_count(string text, string expected) =>
        Assert.Equal(expected, Heard(text));

    [Theory]
    [InlineData("just checking in my chest hurts since morning", "chest_pain")]
    [InlineData("soaked two pads in 90 minutes", "heavy_bleeding")]
    [InlineData("I can't move my leg since my last fall", "paralysis:limb")]
    [InlineData("woke up with a pain in my chest and well, I, I used to smoke, er, a lot", "chest_pain")]
    [InlineData("me duele el lado izquierdo del pecho no hay fiebre", "chest_pain:limb")]
    [InlineData("nada dormido ni entumido y arrastro el pie", "weakness:limb")]
    public void What_stands_beside_takes_nothing_from_an_emergency(string text, string expected) =>
        Assert.Contains(expected, Heard(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("took it twice, 100.9", "fever overdose? temperature")]
    [InlineData("took it twice by mistake", "overdose")]
    [InlineData("took my hydrocodone twice, temp is 100.9", "fever overdose temperature")]
    public void What_was_taken_twice_beside_a_temperature_is_asked_for_and_never_dropped(
        string text,
        string expected
    ) => Assert.Equal(expected, Heard(text));

    [Theory]
    [InlineData("took 10 oxycodone to end it", "overdose suicidal:severe")]
    [InlineData("I want to end it all", "suicidal")]
    [InlineData("I want to kill myself", "suicidal")]
    [InlineData("terrible thoughts of suicide", "suicidal")]
    [InlineData("I tried to kill myself", "suicidal:severe")]
    [InlineData("I cut my wrists", "suicidal:site:severe")]
    [InlineData("me corté las venas", "suicidal:site:severe")]
    [InlineData("intenté suicidarme", "suicidal:severe")]
    [InlineData("i want to die, i already took the pills", "suicidal:severe")]
    public void A_wish_to_die_with_an_act_done_is_severe(string text, string expected) =>
        Assert.Equal(expected, Heard(text));

    [Theory]
    [InlineData("I can't feel my legs", "numbness:bothlegs")]
    [InlineData("my legs are numb", "numbness:bothlegs")]
    [InlineData("my feet are numb", "numbness:bothlegs")]
    [InlineData("my feet tingle", "tingling:bothlegs")]
    [InlineData("no siento las piernas", "numbness:bothlegs")]
    [InlineData("tengo las piernas dormidas", "numbness:bothlegs")]
    [InlineData("my left foot is numb", "numbness:limb")]
    [InlineData("one of my legs is numb", "numbness:limb")]
    [InlineData("my foot flops when I walk", "weakness:limb")]
    [InlineData("my foot drags when I walk", "weakness:limb")]
    [InlineData("I can barely walk", "weakness?:bothlegs")]
    [InlineData("my legs feel heavy", "weakness?:bothlegs")]
    public void Legs_without_a_side_are_both(string text, string expected) => Assert.Equal(expected, Heard(text));

    [Theory]
    [InlineData("the squeezing, well, what can I say, it is all in my chest", "chest_pain")]
    [InlineData("heavy, that's how it is, my chest", "chest_pain")]
    [InlineData("my arm and my leg. I can't lift them", "weakness:limb")]
    [InlineData("my foot, I can't really feel it", "numbness:limb")]
    [InlineData("my chest, and my knee aches", "")]
    [InlineData("my chest is fine, my knee hurts", "")]
    [InlineData("el pecho, pues ya sabe, desde ayer me aprieta", "chest_pain")]
    public void Words_near_each_other_say_it_in_any_order(string text, string expected) =>
        Assert.Equal(expected, Heard(text));

    [Theory]
    [InlineData("my foot's asleep", "numbness:limb")]
    [InlineData("my leg\u2019s gone numb", "numbness:limb")]
    [InlineData("the calf's swollen", "leg_swelling:limb")]
    public void An_apostrophe_and_an_s_make_no_plural(string text, string expected) =>
        Assert.Equal(expected, Heard(text));

    [Theory]
    [InlineData("should i worry, my chest is tight", "chest_pain")]
    [InlineData("what should I do about my chest pain?", "chest_pain")]
    [InlineData("so I sat down", "")]
    [InlineData("it is leaking clear fluid", "discharge")]
    [InlineData("not red not swollen not hot", "")]
    [InlineData("fever no but chills", "chills")]
    [InlineData("my dad had angina", "")]
    public void What_is_asked_and_what_is_so_are_told_apart(string text, string expected) =>
        Assert.Equal(expected, Heard(text));

    [Theory]
    [InlineData("soaking pads", "heavy_bleeding")]
    [InlineData("soaking the pad", "heavy_bleeding")]
    [InlineData("soaked through the bandage", "heavy_bleeding")]
    [InlineData("it is still bleeding a little", "bleeding:mild:now")]
    [InlineData("sigue sangrando", "bleeding:now")]
    [InlineData("I cant poop or pee", "bladder_bowel")]
    [InlineData("ribs hurt when i breathe", "chest_pain rib_pain_severe?")]
    [InlineData("dolor en las costillas al respirar", "chest_pain rib_pain_severe?")]
    [InlineData("he is slurring", "confusion")]
    [InlineData("having fits", "seizure")]
    public void Emergency_signs_are_heard(string text, string expected) => Assert.Equal(expected, Heard(text));

    [Theory]
    [InlineData("back pain 7", "back_pain_severe:severe")]
    [InlineData("back pain 8/10", "back_pain_severe:severe")]
    [InlineData("my pain is 8 out of 10", "back_pain_severe:severe")]
    [InlineData("pain 9", "back_pain_severe:severe")]
    [InlineData("dolor de 8", "back_pain_severe:severe")]
    [InlineData("rib pain 8", "rib_pain_severe:severe")]
    [InlineData("back pain was 8/10, now 4/10", "back_pain_severe:severe")]
    [InlineData("pain 3", "back_pain_mild:mild")]
    [InlineData("back pain 4", "back_pain_mild:moderate")]
    [InlineData("Back pain 3 of 10 but it is worse than before", "back_pain_severe:mild")]
    [InlineData("pain 7 days", "back_pain_mild")]
    public void A_number_beside_pain_is_its_score(string text, string expected) => Assert.Equal(expected, Heard(text));

    [Theory]
    [InlineData("I need an ambulance", "says_emergency")]
    [InlineData("911", "says_emergency")]
    [InlineData("9-1-1!!", "says_emergency")]
    [InlineData("Ambulance, please", "says_emergency")]
    [InlineData("una ambulancia por favor", "says_emergency")]
    [InlineData("911 Elm Street", "")]
    [InlineData("my number is 423 911 4455", "")]
    [InlineData("retired ambulance driver", "")]
    [InlineData("call 911", "says_emergency")]
    [InlineData("should I call 911?", "says_emergency")]
    [InlineData("I called 911", "")]
    [InlineData("ambulance is here", "")]
    [InlineData("I am in the ER", "")]
    [InlineData("ya llamé al 911", "")]
    [InlineData("I need a refill of my pain pills", "wants_nurse")]
    [InlineData("I ran out of my pain pills", "wants_nurse")]
    public void Intents_are_heard(string text, string expected) => Assert.Equal(expected, Heard(text));

    [Theory]
    [InlineData("never mind", "never_mind")]
    [InlineData("it's gone", "never_mind")]
    [InlineData("I'm ok now", "never_mind")]
    [InlineData("ya pasó", "never_mind")]
    [InlineData("olvídelo", "never_mind")]
    [InlineData("I'm on eliquis", "takes_blood_thinner")]
    [InlineData("not on blood thinners", "no_blood_thinner")]
    [InlineData("worse now", "got_worse")]
    [InlineData("peor", "got_worse")]
    [InlineData("not today but yesterday", "said_earlier")]
    public void What_is_told_beside_is_heard_and_is_no_bare_answer(string text, string expected)
    {
        var reading = Shipped.Reader.Read(text, "en");
        Assert.Equal(expected, Assert.Single(reading.Requests));
        Assert.False(reading.IsBare);
    }

    /// <summary>"finding?:where:severity:now", sorted; what is denied is left out.</summary>
    private static string Heard(string text)
    {
        var heard = Shipped
            .Reader.Read(text, "en")
            .Mentions.Select(m => m.Observation)
            .Where(o => o.Polarity != Polarity.Absent)
            .Select(o =>
                string.Join(
                    ':',
                    new[]
                    {
                        o.Finding + (o.Polarity == Polarity.Unsure ? "?" : ""),
                        o.Where == Where.Unknown ? "" : o.Where.ToString(),
                        o.Severity == Severity.Unknown ? "" : o.Severity.ToString(),
                        o.When == When.Now ? "now" : "",
                    }.Where(part => part.Length > 0)
                )
            );
        return string.Join(' ', heard.Order(StringComparer.Ordinal)).ToLowerInvariant();
    }
}
