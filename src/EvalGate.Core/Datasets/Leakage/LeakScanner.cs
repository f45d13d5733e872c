using System.Numerics;

namespace EvalGate.Datasets;

/// <summary>Looks for sought texts in one document after the other, byte by byte, once. What it keeps depends on the sought texts alone.</summary>
public sealed class LeakScanner
{
    /// <summary>Places kept per text and file; that a case leaked five times says it as well as five thousand.</summary>
    private const int MostPlaces = 5;

    private readonly LeakIndex _index;
    private readonly (ulong Hash, long Start, int Line)[] _window;
    private readonly ulong _oldest;
    private readonly Trace[] _traces;
    private readonly List<int> _active = [];
    private readonly List<LeakMatch> _matches = [];
    private WordHashes<Sink> _words;
    private bool _isLinewise;
    private ulong _run;
    private int _slot;
    private long _count;
    private long _inDocument;

    /// <summary>Creates a scanner.</summary>
    /// <param name="index">What is sought.</param>
    public LeakScanner(LeakIndex index)
    {
        _index = index;
        _window = new (ulong, long, int)[index.Settings.SeedWords];
        _oldest = LeakIndex.Weight(index.Settings.SeedWords);
        _traces = [.. index.Lengths.Select(length => new Trace(length))];
        _words = new(new(this), isJson: false);
    }

    /// <summary>Starts a file.</summary>
    /// <param name="isJson">Whether escapes are those of JSON.</param>
    /// <param name="isLinewise">Whether every line is a document of its own.</param>
    public void Begin(bool isJson, bool isLinewise)
    {
        _words = new(new(this), isJson);
        _isLinewise = isLinewise;
        EndDocument();
        foreach (var match in _matches)
        {
            _traces[match.Text].Places = 0;
        }

        _matches.Clear();
    }

    /// <summary>Reads the next bytes of the file.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="isLast">Whether the file ends behind them.</param>
    /// <returns>How many bytes were read; the others come again in front of the next ones.</returns>
    public int Feed(ReadOnlySpan<byte> bytes, bool isLast) => _words.Feed(bytes, isLast);

    /// <summary>Ends the file.</summary>
    /// <returns>Every place where enough of a text was found, at most five per text.</returns>
    public IReadOnlyList<LeakMatch> Finish()
    {
        EndDocument();
        return [.. _matches];
    }

    private void LineEnd()
    {
        if (_isLinewise)
        {
            EndDocument();
        }
    }

    private void Word(ulong hash, long start, long end, int line)
    {
        ref var slot = ref _window[_slot];
        _run = LeakIndex.Roll(_run, hash) - (slot.Hash * _oldest);
        slot = (hash, start, line);
        _slot = _slot + 1 == _window.Length ? 0 : _slot + 1;
        _count++;
        if (++_inDocument >= _window.Length && _index.MayHave(_run) && _index.Find(_run) is { } places)
        {
            var first = _window[_slot];
            foreach (var (text, position) in places)
            {
                Hit(text, position, (first.Start, end, first.Line));
            }
        }
    }

    private void Hit(int text, int position, (long Start, long End, int Line) at)
    {
        var trace = _traces[text];
        if (trace.IsActive && _count - trace.LastWord > trace.Length)
        {
            Close(text);
        }

        if (!trace.IsActive)
        {
            trace.Open(at.Start, at.Line);
            if (!trace.IsListed)
            {
                trace.IsListed = true;
                _active.Add(text);
            }
        }

        trace.Extend(position, _index.Settings.SeedWords, _count, at.End);
    }

    private void EndDocument()
    {
        if (_active.Count > 0)
        {
            CloseAll();
        }

        _window.AsSpan().Clear();
        (_run, _inDocument) = (0, 0);
    }

    private void CloseAll()
    {
        foreach (var text in _active)
        {
            _traces[text].IsListed = false;
            if (_traces[text].IsActive)
            {
                Close(text);
            }
        }

        _active.Clear();
    }

    private void Close(int text)
    {
        var trace = _traces[text];
        var match = trace.Close(text);
        var settings = _index.Settings;
        var share = (double)match.Covered / trace.Length;
        if ((share >= settings.Copied || (match.Longest >= settings.SpanWords && share >= settings.Clean)) && trace.Places < MostPlaces)
        {
            trace.Places++;
            _matches.Add(match);
        }
    }

    private readonly struct Sink(LeakScanner scanner) : IWordSink
    {
        public void Word(ulong hash, long start, long end, int line) => scanner.Word(hash, start, end, line);

        public void LineEnd() => scanner.LineEnd();
    }

    /// <summary>What was found of one text in the current stretch.</summary>
    private sealed class Trace(int length)
    {
        private readonly ulong[] _covered = new ulong[(length + 63) / 64];
        private long _start;
        private long _end;
        private int _line;
        private int _lastPosition;
        private int _run;
        private int _longest;

        public int Length => length;

        public bool IsActive { get; private set; }

        public long LastWord { get; private set; }

        /// <summary>Whether the document's end has to look at it.</summary>
        public bool IsListed { get; set; }

        /// <summary>Places kept of it in this file.</summary>
        public int Places { get; set; }

        public void Open(long start, int line) => (IsActive, _start, _line, _longest, LastWord) = (true, start, line, 0, -1);

        public void Extend(int position, int words, long word, long end)
        {
            _run = LastWord == word - 1 && _lastPosition == position - 1 ? _run + 1 : words;
            (_longest, _lastPosition, LastWord, _end) = (Math.Max(_longest, _run), position, word, end);
            for (var at = position; at < position + words; at++)
            {
                _covered[at / 64] |= 1UL << (at % 64);
            }
        }

        public LeakMatch Close(int text)
        {
            var match = new LeakMatch(text, _start, _end, _line) { Longest = _longest, Covered = _covered.Sum(BitOperations.PopCount) };
            IsActive = false;
            Array.Clear(_covered);
            return match;
        }
    }
}
