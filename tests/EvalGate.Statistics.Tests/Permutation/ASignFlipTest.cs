namespace EvalGate.Statistics.Tests.Permutation;

public static class ASignFlipTest
{
    public static TheoryData<string> Exact => ReferenceVector.Ids("sign_flip_exact");

    public static TheoryData<string> Shifted => ReferenceVector.Ids("sign_flip_exact_shifted");

    [Theory]
    [MemberData(nameof(Exact))]
    public static void ReproducesFisher(string id) =>
        Confirm(ReferenceVector.Of(id), ReferenceVector.Of(id).Inputs<long>("d"));

    [Theory]
    [MemberData(nameof(Shifted))]
    public static void ReproducesAShiftedNull(string id)
    {
        var vector = ReferenceVector.Of(id);
        var mean = vector.Number("mu");

        Confirm(vector, [.. vector.Inputs<double>("d").Select(difference => (long)Math.Round((difference - mean) * 1000))]);
    }

    [Fact]
    public static void IsCertainOfNothingWithoutDifferences()
    {
        Assert.Equal(1, SignFlip.PValueWorse([], []));
        Assert.Equal(1, SignFlip.PValueWorse([0, 0], [1, 2]));
        Assert.Equal(0.5, SignFlip.PValueWorse([-7, 0], [1, 2]));
        Assert.Equal(1, SignFlip.PValueWorse([7], [1]));
    }

    [Fact]
    public static void AgreesBetweenEnumerationAndReplicates()
    {
        long[] differences = [.. Enumerable.Range(0, 13).Select(index => (long)(100 * (Family.Draw(3, index) - 0.62)))];
        ulong[] keys = Keys(13);

        Assert.Equal(SignFlip.PValueWorse(differences, keys), SignFlip.PValueWorse(differences, keys, exactUpTo: 0), 0.02);
    }

    [Fact]
    public static void RefusesImpossibleInputs()
    {
        Refusal.Of<ArgumentException>(() => SignFlip.PValueWorse([1], []));
        Refusal.Of<ArgumentOutOfRangeException>(() => SignFlip.PValueWorse([1], [1], exactUpTo: 21));
        Refusal.Of<ArgumentOutOfRangeException>(() => SignFlip.PValueWorse([1], [1], exactUpTo: -1));
    }

    private static void Confirm(ReferenceVector vector, long[] differences)
    {
        var keys = Keys(differences.Length);
        long[] mirrored = [.. differences.Select(difference => -difference)];

        vector.Confirms("p_less", SignFlip.PValueWorse(differences, keys, exactUpTo: 15));
        vector.Confirms("p_greater", SignFlip.PValueWorse(mirrored, keys, exactUpTo: 15));
    }

    private static ulong[] Keys(int count) => [.. Enumerable.Range(0, count).Select(Family.Key)];
}
